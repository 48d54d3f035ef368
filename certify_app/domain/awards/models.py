"""Tables of what can be awarded and what was."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class AwardStatus(StrEnum):
    VALID = "valid"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"


class Qualification(SQLModel, table=True):
    """A title that can be awarded, with what it yields.

    `documents` lists the kinds it yields, separated by spaces; the limits count
    per document, and an empty one means the awarding body's own.
    """

    __tablename__ = "qualification"

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=60)
    title: str = Field(max_length=300)
    level: str = Field(default="", max_length=60)
    documents: str = Field(default="certificate letter", max_length=100)
    badge_name: str = Field(default="", max_length=200)
    badge_criteria: str = Field(default="", max_length=2000)
    download_limit: int | None = None
    print_limit: int | None = None
    created_at: datetime = Field(default_factory=now)


class Unit(SQLModel, table=True):
    """A part of a qualification, in the order of `position`."""

    __tablename__ = "unit"

    id: int | None = Field(default=None, primary_key=True)
    qualification_id: int = Field(foreign_key="qualification.id", index=True, ondelete="CASCADE")
    code: str = Field(max_length=60)
    title: str = Field(max_length=300)
    level: str = Field(default="", max_length=60)
    credits: str = Field(default="", max_length=20)
    position: int = 0


class Award(SQLModel, table=True):
    """One learner's achievement of one qualification.

    The names are those awarded: later changes of the learner's name leave them.
    """

    __tablename__ = "award"
    __table_args__ = (
        Index("ix_award_award_date_id", "award_date", "id"),
        Index("ix_award_awarded_name_id", "awarded_name", "id"),
        Index("ix_award_status_expiry_date", "status", "expiry_date"),
        Index("ix_award_organisation_id", "organisation_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    learner_id: int = Field(foreign_key="learner.id", index=True)
    qualification_id: int = Field(foreign_key="qualification.id", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id")
    enrolment_number: str = Field(default="", max_length=60)
    reference: str = Field(unique=True, max_length=60)
    version: int = 1
    awarded_name: str = Field(max_length=302)
    award_date: date
    expiry_date: date | None = None
    grade: str = Field(default="", max_length=100)
    status: AwardStatus = AwardStatus.VALID
    status_changed_at: datetime | None = None
    status_reason: str = Field(default="", max_length=500)
    superseded_by_id: int | None = Field(default=None, foreign_key="award.id")
    created_at: datetime = Field(default_factory=now)
