"""What was found to be more than is counted is not counted again for a minute.

Nobody sees whether "10,000+" is a minute old, and turning pages of it costs no count.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Lock

from sqlmodel import Session

from certify_app.domain.clock import now

KEPT = timedelta(minutes=1)
MOST = 1_000
Key = tuple[str, object]
_until: dict[Key, datetime] = {}
_lock = Lock()


def are_known_to_be_many(session: Session, what: object) -> bool:
    with _lock:
        return _until.get(_key(session, what), now()) > now()


def note_many(session: Session, what: object) -> None:
    with _lock:
        if len(_until) >= MOST:
            _until.clear()
        _until[_key(session, what)] = now() + KEPT


def _key(session: Session, what: object) -> Key:
    """Of this database alone."""
    return str(session.get_bind().engine.url), what
