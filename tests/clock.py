"""Time that a test holds still and moves by hand."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

from certify_app.domain.clock import held_at

START = datetime(2027, 2, 3, 10, 0, tzinfo=UTC)


class HeldClock:
    """Starts at 3 February 2027, 10:00 UTC; moves only when told, back as well."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self.set(START)

    def set(self, moment: datetime) -> None:
        self._stack.enter_context(held_at(moment))
        self.now = moment

    def move(self, **by: float) -> datetime:
        """By days=, hours=, minutes=, seconds=."""
        self.set(self.now + timedelta(**by))
        return self.now
