"""Questions put to passkeys: random, five minutes, answered once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

from sqlalchemy import delete
from sqlmodel import Session, col, update

from certify_app.config import settings
from certify_app.domain.clock import now
from certify_app.domain.passkeys.errors import PasskeyRefused
from certify_app.domain.passkeys.models import PasskeyChallenge

LIFETIME = timedelta(minutes=5)


def relying_party() -> str:
    """The host that passkeys are bound to."""
    return urlsplit(settings().address).hostname or "localhost"


def new_challenge(session: Session, account_id: int | None = None) -> bytes:
    challenge = secrets.token_bytes(32)
    session.add(
        PasskeyChallenge(
            challenge_hash=_hashed(challenge), account_id=account_id, expires_at=now() + LIFETIME
        )
    )
    return challenge


def take_challenge(session: Session, challenge: bytes, account_id: int | None = None) -> None:
    """Used up whatever comes of the answer; of several at once one succeeds.

    Raises:
        PasskeyRefused: unknown, used, too old, or another's.
    """
    taken = session.exec(
        update(PasskeyChallenge)
        .where(
            col(PasskeyChallenge.challenge_hash) == _hashed(challenge),
            col(PasskeyChallenge.account_id) == account_id,
            col(PasskeyChallenge.used_at).is_(None),
            col(PasskeyChallenge.expires_at) > now(),
        )
        .values(used_at=now())
    )
    if taken.rowcount != 1:
        raise PasskeyRefused


def delete_passkey_challenges(session: Session) -> None:
    over = col(PasskeyChallenge.expires_at) < now() - LIFETIME
    session.execute(delete(PasskeyChallenge).where(over))


def _hashed(challenge: bytes) -> str:
    return hashlib.sha256(challenge).hexdigest()
