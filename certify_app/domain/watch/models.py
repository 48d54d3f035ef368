"""What was told to the awarding body already, so that it is not told every hour."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class Alert(SQLModel, table=True):
    """One kind of trouble that goes on; the row goes when it is over."""

    __tablename__ = "alert"

    name: str = Field(primary_key=True, max_length=40)
    since: datetime = Field(default_factory=now)
    told_at: datetime = Field(default_factory=now)
