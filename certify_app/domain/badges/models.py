"""The digital badge of an award."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class Badge(SQLModel, table=True):
    """An Open Badge with a reference of its own; name and criteria are the qualification's."""

    __tablename__ = "badge"

    id: int | None = Field(default=None, primary_key=True)
    award_id: int = Field(foreign_key="award.id", unique=True, ondelete="CASCADE")
    reference: str = Field(unique=True, max_length=60)
    created_at: datetime = Field(default_factory=now)
