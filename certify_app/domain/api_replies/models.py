"""The table of answers kept by idempotency key."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from certify_app.domain.clock import now


class ApiReply(SQLModel, table=True):
    """One request of one key, and its answer once there is one: `status` is 0 until then.

    `fingerprint` is the hash of the method, address and body; `body` is packed.
    """

    __tablename__ = "api_reply"
    __table_args__ = (UniqueConstraint("api_key_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    api_key_id: int = Field(foreign_key="api_key.id", ondelete="CASCADE")
    key: str = Field(max_length=200)
    fingerprint: str = Field(max_length=64)
    status: int = 0
    media_type: str = Field(default="", max_length=80)
    body: bytes | None = None
    created_at: datetime = Field(default_factory=now, index=True)
