"""What checks are written down, in batches: a write a check would cost more than the check.

Each process counts in memory and writes to the shared counts twice a second, which
also tells it what other processes counted. So a limit may be passed by what one
address manages in that time, and a crash loses at most as many events.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from certify_app.db.engine import write
from certify_app.domain.clock import now
from certify_app.domain.rate_limits import Count, add
from certify_app.domain.verification.models import Outcome, VerificationEvent

SECONDS_BETWEEN_WRITES = 0.5
MOST_UNWRITTEN = 50_000
log = logging.getLogger(__name__)


@dataclass
class Tally:
    """`known` is what the database said last, `fresh` what it has not been told."""

    window: timedelta
    ends_at: datetime
    known: int = 0
    fresh: int = 0


class Ledger:
    """Counts and events of one process. Used on the event loop alone."""

    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = {}
        self.events: deque[dict[str, object]] = deque(maxlen=MOST_UNWRITTEN)
        self._saving = asyncio.Lock()

    def count(self, key: str, window: timedelta) -> None:
        tally = self._running(key)
        if tally is None:
            tally = self.tallies[key] = Tally(window, now() + window)
        tally.fresh += 1

    def counted(self, key: str) -> int:
        tally = self._running(key)
        return tally.known + tally.fresh if tally else 0

    def ends_at(self, key: str) -> datetime:
        tally = self._running(key)
        return tally.ends_at if tally else now()

    def note(self, award_id: int | None, outcome: Outcome, address_hash: str) -> None:
        self.events.append(
            {"award_id": award_id, "outcome": outcome, "at": now(), "address_hash": address_hash}
        )

    async def save(self) -> None:
        """Write what is new; all of it stays to be written if the database fails."""
        async with self._saving:
            fresh = [(key, t, t.fresh) for key, t in self.tallies.items() if t.fresh]
            events = list(self.events)
            if fresh or events:
                counts = [(key, times, tally.window) for key, tally, times in fresh]
                known = await write(_save, counts, events)
                self._saved(fresh, known, len(events))

    def _saved(self, fresh: list[tuple[str, Tally, int]], known: list[Count], events: int) -> None:
        for (_, tally, times), now_known in zip(fresh, known, strict=True):
            tally.known, tally.ends_at = now_known.count, now_known.window_ends_at
            tally.fresh -= times
        for _ in range(min(events, len(self.events))):
            self.events.popleft()
        moment = now()
        for key in [k for k, t in self.tallies.items() if t.ends_at <= moment]:
            del self.tallies[key]

    def _running(self, key: str) -> Tally | None:
        tally = self.tallies.get(key)
        return tally if tally and tally.ends_at > now() else None


def _save(
    session: Session, fresh: list[tuple[str, int, timedelta]], events: list[dict[str, object]]
) -> list[Count]:
    if events:
        session.connection().execute(insert(VerificationEvent), events)
    return [add(session, key, times, window) for key, times, window in fresh]


ledger = Ledger()


@asynccontextmanager
async def writing_down() -> AsyncIterator[None]:
    """Write while the server runs, and once more when it stops."""
    task = asyncio.create_task(_write_on())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await _try_to_save()


async def _write_on() -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_WRITES)
        await asyncio.shield(_try_to_save())


async def _try_to_save() -> None:
    try:
        await ledger.save()
    except SQLAlchemyError:
        log.exception("Checks of references could not be written down; trying again")
