"""The table of who came in, or tried to, and how."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class SignInWay(StrEnum):
    """By what; the last of two steps counts."""

    PASSWORD = "password"  # noqa: S105
    MAIL_CODE = "mail_code"
    AUTHENTICATOR = "authenticator"
    RECOVERY_CODE = "recovery_code"
    PASSKEY = "passkey"
    DEMO = "demo"


class SignIn(SQLModel, table=True):
    """One way in that was taken, or tried in vain."""

    __tablename__ = "sign_in"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    at: datetime = Field(default_factory=now, index=True)
    way: SignInWay
    succeeded: bool
    address: str = Field(default="", max_length=64)
    browser: str = Field(default="", max_length=200)
