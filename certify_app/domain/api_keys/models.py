"""The table of API keys: hashes, and what each may do."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class ApiKey(SQLModel, table=True):
    """`hint` is the beginning of the key, by which people tell keys apart; `scopes` are
    separated by spaces. `created_by_id` is empty for keys made on the command line."""

    __tablename__ = "api_key"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=80)
    hint: str = Field(max_length=20)
    key_hash: str = Field(unique=True, max_length=64)
    scopes: str = Field(max_length=400)
    created_at: datetime = Field(default_factory=now)
    created_by_id: int | None = Field(default=None, foreign_key="account.id")
    expires_at: datetime
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None

    def holds(self) -> bool:
        return self.revoked_at is None and self.expires_at > now()
