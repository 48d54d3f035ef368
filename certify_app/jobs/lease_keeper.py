"""Renews the leases of the jobs a worker has in hand, so that only the dead lose theirs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from threading import Event, Lock, Thread

from sqlalchemy.exc import SQLAlchemyError

from certify_app.db.engine import Database
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.errors import LeaseLost
from certify_app.domain.jobs.finish_job import renew_lease
from certify_app.jobs.registry import find_job

RENEWED_PER_LEASE = 3


class LeaseKeeper:
    def __init__(self, db: Database, lease: timedelta) -> None:
        self._db = db
        self._lease = lease
        self._in_hand: dict[Claim, float] = {}
        self._lock = Lock()
        self._ended = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        self._ended.clear()
        if not (self._thread and self._thread.is_alive()):
            self._thread = Thread(target=self._loop, name="leases", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        self._ended.set()

    @contextmanager
    def keeping(self, claim: Claim) -> Iterator[None]:
        """Renew until the block ends, or the job has taken longer than it may."""
        function = find_job(claim.name)
        longest = function.longest.total_seconds() if function else 0
        with self._lock:
            self._in_hand[claim] = time.monotonic() + longest
        try:
            yield
        finally:
            with self._lock:
                self._in_hand.pop(claim, None)

    def renew(self) -> None:
        for claim in self._still_in_time():
            with suppress(LeaseLost), self._db.write() as session:
                renew_lease(session, claim, self._lease)

    def _still_in_time(self) -> list[Claim]:
        with self._lock:
            return [c for c, end in self._in_hand.items() if time.monotonic() < end]

    def _loop(self) -> None:
        every = self._lease.total_seconds() / RENEWED_PER_LEASE
        while not self._ended.wait(every):
            with suppress(SQLAlchemyError):
                self.renew()
