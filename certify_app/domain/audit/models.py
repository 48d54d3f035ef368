"""Who did what: append-only, with ids and never names."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class AuditEntry(SQLModel, table=True):
    """One act. `actor_id` is empty for the command line and for jobs."""

    __tablename__ = "audit_entry"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now, index=True)
    actor_id: int | None = Field(default=None, index=True)
    act: str = Field(max_length=60, index=True)
    object_kind: str = Field(default="", max_length=40)
    object_id: int | None = None
    details: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
