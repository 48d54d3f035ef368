"""Tables of those whom learners share with: employers, universities."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class ThirdParty(SQLModel, table=True):
    """What a third party's account is besides. The search is open once approved."""

    __tablename__ = "third_party"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    organisation: str = Field(default="", max_length=200)
    search_approved_at: datetime | None = None


class SignInCode(SQLModel, table=True):
    """Six digits mailed to an address: single use, ten minutes, five tries."""

    __tablename__ = "sign_in_code"

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(index=True, max_length=254)
    code_hash: str = Field(max_length=64)
    tries: int = 0
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None
    superseded_at: datetime | None = None
