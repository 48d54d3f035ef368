"""Fifty requests at once, from four processes, are granted exactly what is left."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from sqlmodel import select

from certify_app.db.engine import Database
from certify_app.domain.documents.models import Document, DocumentEvent, Grant
from tests.people import People, id_of

PROCESSES, REQUESTS = 4, 50
ONE_PROCESS = """
import json, sys
import certify_app.db.tables
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from certify_app.db.engine import Database
from certify_app.domain.documents.errors import NoDownloadsLeft
from certify_app.domain.documents.grant_download import grant_download

url, learner, account, reference, count = sys.argv[1:]
db, together = Database(url), Barrier(int(count))

def ask(_number):
    together.wait()
    try:
        with db.write() as session:
            return grant_download(session, int(learner), int(account), reference, "").token
    except NoDownloadsLeft:
        return ""

print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(int(count)) as threads:
    print(json.dumps(list(threads.map(ask, range(int(count))))))
"""


def test_fifty_at_once_over_four_processes_get_what_is_left(db: Database, people: People) -> None:
    jane, paper = people.jane, people.jane.certificate
    assert jane.learner
    with db.write() as session:
        session.get_one(Document, paper.id).downloads = 1
    shares = [REQUESTS // PROCESSES + (n < REQUESTS % PROCESSES) for n in range(PROCESSES)]
    asked = (db.url, str(id_of(jane.learner)), str(jane.id), paper.reference)

    answers = at_once([[*asked, str(share)] for share in shares])

    tokens = [token for answer in answers for token in answer]
    assert len(tokens) == REQUESTS
    assert len([token for token in tokens if token]) == 2
    with db.read() as session:
        assert session.get_one(Document, paper.id).downloads == 3
        assert len(session.exec(select(Grant)).all()) == 2
        assert len(session.exec(select(DocumentEvent)).all()) == 2


def at_once(arguments: list[list[str]]) -> list[list[str]]:
    """Start every process, wait until each is ready, then let them go together."""
    root = Path(__file__).resolve().parents[4]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", ONE_PROCESS, *own],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for own in arguments
    ]
    for process in started:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return [json.loads(process.communicate(timeout=60)[0]) for process in started]
