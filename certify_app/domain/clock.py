"""The one source of time: aware UTC, which tests can hold still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_held_everywhere: list[datetime] = []


def now() -> datetime:
    """The moment, in UTC."""
    if _held_everywhere:
        return _held_everywhere[-1]
    return datetime.now(UTC)


def today(zone: ZoneInfo) -> date:
    """The calendar day in the awarding body's time zone."""
    return now().astimezone(zone).date()


@contextmanager
def held_at(moment: datetime) -> Iterator[None]:
    """Hold time still for a test, in every thread of this process."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    _held_everywhere.append(moment)
    try:
        yield
    finally:
        _held_everywhere.pop()
