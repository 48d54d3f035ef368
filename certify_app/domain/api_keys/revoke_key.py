"""End a key: the next request with it is refused."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.api_keys.errors import NoSuchKey
from certify_app.domain.api_keys.models import ApiKey
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now


def revoke_key(session: Session, key_id: int, actor_id: int | None = None) -> ApiKey:
    """Revoking twice changes nothing.

    Raises:
        NoSuchKey
    """
    key = session.get(ApiKey, key_id)
    if key is None:
        raise NoSuchKey
    if key.revoked_at is None:
        key.revoked_at = now()
        session.add(key)
        record_act(session, "api_key_revoked", "api_key", key.id, actor_id)
    return key
