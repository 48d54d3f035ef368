"""Tables of two-step login: the authenticator app, recovery codes, logins half done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class Authenticator(SQLModel, table=True):
    """What an app shares with us. It counts once a code has confirmed it.

    `last_step` is the half minute (since 1970) of the last code used, so that none is
    used twice.
    """

    __tablename__ = "authenticator"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    sealed_secret: str = Field(max_length=300)
    created_at: datetime = Field(default_factory=now)
    confirmed_at: datetime | None = None
    last_step: int = Field(default=0, sa_type=BigInteger)


class RecoveryCode(SQLModel, table=True):
    """One of ten, for who has lost the app; each works once."""

    __tablename__ = "recovery_code"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    code_hash: str = Field(max_length=64)
    created_at: datetime = Field(default_factory=now)
    used_at: datetime | None = None


class HalfLogin(SQLModel, table=True):
    """A login whose first step is done; a cookie holds the token.

    `further` is the page that was wanted.
    """

    __tablename__ = "half_login"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, max_length=64)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime = Field(index=True)
    tries: int = 0
    ended_at: datetime | None = None
    further: str = Field(default="", max_length=500)
