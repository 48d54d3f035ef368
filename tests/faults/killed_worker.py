"""Workers that are killed in the middle, over and over: run as a program by the kill tests.

    FOLDER=… python killed_worker.py DATABASE_URL WORKERS

Each worker is forked from this process, so a new one is there in milliseconds. Which job
kills at which point is fixed by its number and its try, so every point is reached. The
program ends when every job is done; it writes what happened to FOLDER.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, col, func, select

from certify_app.db.engine import Database
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.jobs.models import Job
from certify_app.jobs import schedule
from certify_app.jobs.registry import job, load_jobs
from certify_app.jobs.run_claim import run_claim
from certify_app.jobs.worker import Worker

NAME = "deliver"
POINTS = ("after the claim", "after the outside effect", "inside the transaction", "after the end")
LEASE = timedelta(seconds=0.8)
KILLS_PER_JOB = 2
folder = Path(os.environ.get("FOLDER", ""))


def point_of(number: int, attempt: int) -> str:
    """Where this try dies; "" for one that lives. Every fifth first try lives."""
    turn = (number + attempt) % (len(POINTS) + 1)
    return POINTS[turn] if attempt <= KILLS_PER_JOB and turn < len(POINTS) else ""


def reach(point: str, claim: Claim) -> None:
    if point == point_of(claim.args["number"], claim.attempts):
        _note("kills", f"{point}")
        os.kill(os.getpid(), signal.SIGKILL)


def _note(file: str, line: str) -> None:
    """One write of one line reaches the file even if the process dies after it."""
    handle = os.open(folder / file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(handle, f"{line}\n".encode())
    os.close(handle)


@job(NAME, tries=20)
def deliver(claim: Claim) -> Effect:
    number = claim.args["number"]
    reach("after the claim", claim)
    _note("outside", f"{claim.key}")
    reach("after the outside effect", claim)

    def effect(session: Session) -> None:
        session.add(AuditEntry(act="delivered", object_id=number))
        session.flush()
        reach("inside the transaction", claim)

    return effect


def run_and_reach_the_end(db: Database, claim: Claim) -> None:
    run_claim(db, claim)
    reach("after the end", claim)


def work(url: str) -> None:
    """One worker, until every job is done."""
    db = Database(url)
    worker = Worker(db, threads=2, lease=LEASE, run=run_and_reach_the_end)
    worker.start()
    while _open_jobs(db):
        signal.sigtimedwait([], 0.05)
    worker.stop()


def _open_jobs(db: Database) -> int:
    with db.read() as session:
        return session.exec(select(func.count()).where(col(Job.finished_at).is_(None))).one()


def fork(body: Callable[[], None]) -> int:
    if child := os.fork():
        return child
    status = 1
    try:
        body()
        status = 0
    finally:
        os._exit(status)


def main(url: str, workers: int) -> None:
    schedule.EVERY.clear()
    load_jobs()  # Once for every fork.
    running = {fork(lambda: work(url)) for _ in range(workers)}
    while running:
        child, status = os.wait()
        running.discard(child)
        if os.WIFSIGNALED(status):
            running.add(fork(lambda: work(url)))
        elif os.WEXITSTATUS(status):
            sys.exit("a worker failed by itself")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
