"""Tables of what somebody asks about all that is held of them: a copy, or its end."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class ExportStatus(StrEnum):
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"


class ErasureStatus(StrEnum):
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    REFUSED = "refused"


def _one_each(name: str, status: str) -> Any:
    """One row of an account with this status, whatever runs at the same time."""
    only = text(f"status = '{status}'")
    return Index(name, "account_id", unique=True, sqlite_where=only, postgresql_where=only)


class DataExport(SQLModel, table=True):
    """A copy of everything in one ZIP file: `done` of `total` parts; kept until `expires_at`."""

    __tablename__ = "data_export"
    __table_args__ = (_one_each("ix_data_export_running", "RUNNING"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    status: ExportStatus = ExportStatus.RUNNING
    done: int = 0
    total: int = 0
    size: int = 0
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime | None = Field(default=None, index=True)


class ErasureRequest(SQLModel, table=True):
    """Somebody asks that their account be erased; staff answer. It stays as the proof."""

    __tablename__ = "erasure_request"
    __table_args__ = (_one_each("ix_erasure_request_waiting", "WAITING"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    status: ErasureStatus = ErasureStatus.WAITING
    reason: str = Field(default="", max_length=1000)
    answer: str = Field(default="", max_length=1000)
    created_at: datetime = Field(default_factory=now)
    answered_at: datetime | None = None
    answered_by_id: int | None = Field(default=None, foreign_key="account.id")
