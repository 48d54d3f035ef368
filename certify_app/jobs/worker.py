"""Threads that take jobs and do them. Any number of workers, in any number of processes."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import time
from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread

from certify_app.db.engine import Database
from certify_app.domain.jobs.claim_job import LEASE, Claim, claim_job, work_is_due
from certify_app.domain.jobs.problem import problem_of
from certify_app.domain.jobs.wake_up import ring, rung, wait_for_bell
from certify_app.jobs.lease_keeper import LeaseKeeper
from certify_app.jobs.registry import load_jobs
from certify_app.jobs.run_claim import run_claim
from certify_app.jobs.schedule import keep_schedule

log = logging.getLogger("certify.jobs")
POLL_SECONDS = 0.5
GRACE_SECONDS = 5.0


class Worker:
    """Started and stopped once. What it has in hand when killed, another takes over."""

    def __init__(
        self,
        db: Database,
        threads: int = 2,
        lease: timedelta = LEASE,
        run: Callable[[Database, Claim], None] = run_claim,
    ) -> None:
        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(3)}"
        self._db = db
        self._lease = lease
        self._run = run
        self._keeper = LeaseKeeper(db, lease)
        self._stopping = Event()
        self._prepared = False
        self._threads = [
            Thread(target=self._loop, name=f"worker-{n}", daemon=True) for n in range(threads)
        ]

    def start(self) -> None:
        """Returns at once, even while the database can't be reached."""
        self._keeper.start()
        for thread in self._threads:
            thread.start()

    def is_alive(self) -> bool:
        return all(thread.is_alive() for thread in self._threads)

    def take_no_more(self) -> None:
        """May be called from a signal handler: takes no lock."""
        self._stopping.set()

    def stop(self, seconds: float = GRACE_SECONDS) -> bool:
        """Take no more; True if what was in hand was finished within the seconds."""
        self.take_no_more()
        ring()
        end = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        self._keeper.stop()
        return not any(thread.is_alive() for thread in self._threads)

    def work_one(self) -> bool:
        """Do the next job that is due; False if there was none."""
        claim = self._claim()
        if claim is None:
            return False
        with self._keeper.keeping(claim):
            self._run(self._db, claim)
        return True

    def work_off(self) -> int:
        """Do everything that is due now; how many jobs that were."""
        self._prepare()
        self._keeper.start()
        try:
            return sum(1 for _ in iter(self.work_one, False))
        finally:
            self._keeper.stop()

    def _claim(self) -> Claim | None:
        with self._db.read() as session:
            if not work_is_due(session):
                return None
        with self._db.write() as session:
            return claim_job(session, self.name, self._lease)

    def _loop(self) -> None:
        while not self._stopping.is_set():
            heard = rung()
            if not self._work_or_wait_out_trouble():
                wait_for_bell(heard, POLL_SECONDS)

    def _work_or_wait_out_trouble(self) -> bool:
        try:
            self._prepare()
            return self.work_one()
        except Exception as error:
            log.error("the worker waits, for it could not go on: %s", problem_of(error))
            return False

    def _prepare(self) -> None:
        """Before the first claim: a job that can't be loaded must not cost others their try."""
        if not self._prepared:
            load_jobs()
            with self._db.write() as session:
                keep_schedule(session)
            self._prepared = True
