"""Certify as a person meets it: a process of its own with a data folder of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from sqlalchemy import inspect
from sqlmodel import SQLModel

from certify_app.build import front_end
from certify_app.db.engine import Database
from certify_app.db.migrate import migrate
from tests.people import People, add_people
from tests.waiting import wait_until

CERTIFY = Path(sys.executable).with_name("certify")
LOCAL = "127.0.0.1"
APPEND_ONLY = ("audit_entry", "audit_seal")
"""Nobody may empty these, tests included."""


@dataclass
class Portal:
    """`people` are those of tests/people.py; `renew` brings them back as they were."""

    port: int
    env: dict[str, str]
    db: Database
    log: Path
    people: People
    server: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def certify(self, *arguments: str) -> str:
        """What a command printed, run against this portal's data."""
        done = subprocess.run(
            [CERTIFY, *arguments],
            env=self.env,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def mailbox(self) -> list[dict[str, Any]]:
        mails: list[dict[str, Any]] = json.loads(self.certify("mailbox", "--json"))
        return mails

    def renew(self) -> None:
        """Empty every table and add the people again."""
        there = set(inspect(self.db.engine).get_table_names())
        with self.db.write() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                if table.name in there and table.name not in APPEND_ONLY:
                    session.connection().execute(table.delete())
        with self.db.write() as session:
            self.people = add_people(session)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        port: int = probe.getsockname()[1]
        return port


def build_once() -> None:
    """The pages of this source; an earlier build is used while it still fits."""
    if not front_end.is_built():
        front_end.build()


@contextmanager
def served(folder: Path, **settings: str) -> Iterator[Portal]:
    """Certify on a free port of this machine until the block ends."""
    build_once()
    port = free_port()
    env = _environment(folder, port) | settings
    db = Database(f"sqlite:///{folder / 'certify.db'}")
    migrate(db)
    with db.write() as session:
        people = add_people(session)
    log = folder / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [CERTIFY, "serve"], env=env, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        wait_until(lambda: _answers(server, port, log), "the server to answer", 120)
        yield Portal(port, env, db, log, people, server)
    finally:
        server.terminate()
        server.wait(timeout=15)
        db.close()


def _environment(folder: Path, port: int) -> dict[str, str]:
    kept = {n: v for n, v in os.environ.items() if not n.startswith("CERTIFY_")}
    return kept | {"PORT": str(port), "CERTIFY_DATA_DIR": str(folder)}


def _answers(server: subprocess.Popen[bytes], port: int, log: Path) -> bool:
    assert server.poll() is None, f"the server has stopped:\n{log.read_text()}"
    try:
        with urlopen(f"http://{LOCAL}:{port}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
