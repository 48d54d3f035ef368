"""Whose key it is, and which keys there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select, update

from certify_app.domain.api_keys.models import ApiKey
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.clock import now
from certify_app.domain.tokens import token_hash

LAST_USED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Machine:
    """Who asks with a key."""

    key_id: int
    scopes: frozenset[str]
    last_used_at: datetime | None = None

    def may(self, scope: Scope) -> bool:
        return scope.value in self.scopes

    @property
    def is_to_be_noted(self) -> bool:
        """Whether its last use is to be written down anew."""
        return self.last_used_at is None or now() - self.last_used_at > LAST_USED_EVERY


def find_machine(session: Session, text: str) -> Machine | None:
    """None for a key that is unknown, revoked or expired."""
    key = session.exec(select(ApiKey).where(ApiKey.key_hash == token_hash(text))).first()
    if key is None or key.id is None or not key.holds():
        return None
    return Machine(key.id, frozenset(key.scopes.split()), key.last_used_at)


def list_keys(session: Session) -> list[ApiKey]:
    """Those that hold first, each kind from the newest."""
    found = session.exec(select(ApiKey).order_by(col(ApiKey.id).desc())).all()
    return sorted(found, key=lambda key: not key.holds())


def note_use(session: Session, key_id: int) -> None:
    session.execute(update(ApiKey).where(col(ApiKey.id) == key_id).values(last_used_at=now()))
