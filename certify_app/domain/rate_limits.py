"""How often something may be done: counts held in the database, right under concurrency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Protocol

from sqlalchemy import case, delete
from sqlmodel import Session, col

from certify_app.db.upsert import insert_into
from certify_app.domain.accounts.models import RateCount
from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError
from certify_app.locales import N_, _


class TooManyTries(DomainError):
    """`wait` is how long until the window ends."""

    sentence = N_("Too many tries. Wait {minutes} minutes, then try again.")
    shortest = N_("Too many tries. Wait a minute, then try again.")

    def __init__(self, wait: timedelta) -> None:
        self.minutes = max(1, ceil(wait / timedelta(minutes=1)))
        super().__init__(minutes=self.minutes)
        self.wait = wait

    def __str__(self) -> str:
        return _(self.shortest) if self.minutes == 1 else super().__str__()


@dataclass(frozen=True)
class Count:
    """How often in the window that ends at `window_ends_at`."""

    count: int
    window_ends_at: datetime


class Counter(Protocol):
    """Somewhere else to count, shared by every process: a Redis."""

    def add(self, key: str, times: int, window: timedelta) -> Count: ...


_elsewhere: list[Counter] = []


def count_in(counter: Counter) -> None:
    """From now on count there and not in the database."""
    _elsewhere[:] = [counter]


def hit(session: Session, key: str, limit: int, window: timedelta) -> None:
    """Count one more; the same unit of work undone undoes the count.

    Raises:
        TooManyTries: it was done `limit` times in this window already.
    """
    counted = add(session, key, 1, window)
    if counted.count > limit:
        raise TooManyTries(counted.window_ends_at - now())


def add(session: Session, key: str, times: int, window: timedelta) -> Count:
    """Count several at once in one statement; a window starts with its first count."""
    if _elsewhere:
        return _elsewhere[0].add(key, times, window)
    end = now() + window
    over = col(RateCount.window_ends_at) <= now()
    row = insert_into(session, RateCount).values(key=key, window_ends_at=end, count=times)
    upsert = row.on_conflict_do_update(
        index_elements=[col(RateCount.key)],
        set_={
            "count": case((over, times), else_=col(RateCount.count) + times),
            "window_ends_at": case((over, end), else_=col(RateCount.window_ends_at)),
        },
    ).returning(col(RateCount.count), col(RateCount.window_ends_at))
    count, ends_at = session.execute(upsert).one()
    return Count(count, ends_at)


def forget_past_windows(session: Session) -> None:
    """Rows of windows that are over; a job calls this now and then."""
    session.execute(delete(RateCount).where(col(RateCount.window_ends_at) <= now()))
