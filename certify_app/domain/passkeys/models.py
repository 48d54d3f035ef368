"""Tables of passkeys (W3C Web Authentication) and the questions put to them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class Passkey(SQLModel, table=True):
    """A key pair whose private half stays in somebody's device.

    `sign_count` rises with every use, where the device counts; a copy of it falls behind.
    """

    __tablename__ = "passkey"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    credential_id: str = Field(unique=True, max_length=1400)
    public_key: bytes
    sign_count: int = Field(default=0, sa_type=BigInteger)
    name: str = Field(default="", max_length=100)
    created_at: datetime = Field(default_factory=now)
    last_used_at: datetime | None = None


class PasskeyChallenge(SQLModel, table=True):
    """A random question, answered once; `account_id` None for one of the login."""

    __tablename__ = "passkey_challenge"

    id: int | None = Field(default=None, primary_key=True)
    challenge_hash: str = Field(unique=True, max_length=64)
    account_id: int | None = Field(
        default=None, foreign_key="account.id", index=True, ondelete="CASCADE"
    )
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None
