"""Workers of this process start at once on what it has just enqueued."""

from __future__ import annotations

from threading import Condition

from sqlalchemy import event
from sqlmodel import Session

_bell = Condition()
_rung = 0


def rung() -> int:
    """How often the bell has rung; take it before looking for work."""
    return _rung


def ring() -> None:
    global _rung
    with _bell:
        _rung += 1
        _bell.notify_all()


def wait_for_bell(since: int, seconds: float) -> None:
    """Until it has rung since, or for so long."""
    with _bell:
        _bell.wait_for(lambda: _rung != since, timeout=seconds)


def wake_up_after_commit(session: Session) -> None:
    if not event.contains(session, "after_commit", _after_commit):
        event.listen(session, "after_commit", _after_commit)


def _after_commit(_session: Session) -> None:
    ring()
