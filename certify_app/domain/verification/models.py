"""Checks of references by anyone: what was found, when, and no person."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class Outcome(StrEnum):
    """What a check of a reference says."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    NOT_FOUND = "not_found"
    MORE_NEEDED = "more_needed"


class VerificationEvent(SQLModel, table=True):
    """One check. `address_hash` tells checks from one address apart for a day, no more."""

    __tablename__ = "verification_event"

    id: int | None = Field(default=None, primary_key=True)
    award_id: int | None = Field(
        default=None, foreign_key="award.id", index=True, ondelete="SET NULL"
    )
    outcome: Outcome
    at: datetime = Field(default_factory=now, index=True)
    address_hash: str = Field(default="", max_length=64)
