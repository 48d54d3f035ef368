"""Who did what: append-only, with ids and never names."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class AuditEntry(SQLModel, table=True):
    """One act. `actor_id` is empty for the command line and for jobs."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_object_kind_object_id", "object_kind", "object_id"),)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now, index=True)
    actor_id: int | None = Field(default=None, index=True)
    act: str = Field(max_length=60, index=True)
    object_kind: str = Field(default="", max_length=40)
    object_id: int | None = None
    details: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class AuditSeal(SQLModel, table=True):
    """A batch of entries, sealed by a hash over them and the seal before; triggers refuse
    to change or delete either."""

    __tablename__ = "audit_seal"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now)
    last_entry_id: int
    entries: int
    hash: str = Field(max_length=64)
