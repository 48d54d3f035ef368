"""Make a key. Its text is told once: the database keeps a hash of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.api_keys.errors import ExpiresTooLate, ExpiresTooSoon, KeyNameMissing
from certify_app.domain.api_keys.models import ApiKey
from certify_app.domain.api_keys.scopes import read_scopes
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import today
from certify_app.domain.tokens import new_token, token_hash

PREFIX = "certify_"
LONGEST_NAME = 80
USUAL_DAYS = 365
MOST_DAYS = 2 * 366
HINT = len(PREFIX) + 6


@dataclass(frozen=True)
class NewKey:
    """`text` is what its holder sends; nobody can read it again."""

    row: ApiKey
    text: str


def create_key(
    session: Session,
    name: str,
    scopes: list[str],
    expires: date | None = None,
    actor_id: int | None = None,
) -> NewKey:
    """`expires` is its last day; a year from now if none is given.

    Raises:
        KeyNameMissing, NoScope, UnknownScope, ExpiresTooSoon, ExpiresTooLate
    """
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME or not called.isprintable():
        raise KeyNameMissing(most=LONGEST_NAME)
    allowed = read_scopes(scopes)
    text = PREFIX + new_token()
    row = ApiKey(
        name=called,
        hint=text[:HINT],
        key_hash=token_hash(text),
        scopes=" ".join(allowed),
        created_by_id=actor_id,
        expires_at=_end(expires),
    )
    session.add(row)
    session.flush()
    record_act(session, "api_key_created", "api_key", row.id, actor_id, scopes=row.scopes)
    return NewKey(row, text)


def _end(expires: date | None) -> datetime:
    """The last moment of the day, in the awarding body's time zone."""
    day = today(settings().zone)
    last = expires or day + timedelta(days=USUAL_DAYS)
    if last <= day:
        raise ExpiresTooSoon
    if last > day + timedelta(days=MOST_DAYS):
        raise ExpiresTooLate(days=MOST_DAYS)
    return datetime.combine(last + timedelta(days=1), time.min, settings().zone)
