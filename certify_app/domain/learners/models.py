"""Tables of the people the awarding body knows."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from certify_app.domain.clock import now


class Organisation(SQLModel, table=True):
    """A centre, school or provider; may have a parent."""

    __tablename__ = "organisation"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=200)
    name_key: str = Field(unique=True, max_length=200)
    parent_id: int | None = Field(default=None, foreign_key="organisation.id")


class Learner(SQLModel, table=True):
    """A person the awarding body knows; linked to an account once registered.

    `email` is what the records hold, and may be empty or old.
    `first_name_key` and `last_name_key` are folded for matching. Who `hides_name` is
    not named to those who check a reference; who has `search_opt_in` is found by third
    parties.
    """

    __tablename__ = "learner"
    __table_args__ = (
        Index("ix_learner_last_name_key_id", "last_name_key", "id"),
        Index("ix_learner_created_at_id", "created_at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", unique=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    first_name: str = Field(max_length=100)
    middle_name: str = Field(default="", max_length=100)
    last_name: str = Field(max_length=100)
    first_name_key: str = Field(index=True, max_length=200)
    last_name_key: str = Field(max_length=200)
    date_of_birth: date | None = None
    email: str = Field(default="", index=True, max_length=254)
    hides_name: bool = False
    search_opt_in: bool = False
    created_at: datetime = Field(default_factory=now)

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, (self.first_name, self.middle_name, self.last_name)))


class EnrolmentNumber(SQLModel, table=True):
    """A number by which the awarding body knows a learner; some have several."""

    __tablename__ = "enrolment_number"

    id: int | None = Field(default=None, primary_key=True)
    learner_id: int = Field(foreign_key="learner.id", index=True, ondelete="CASCADE")
    number: str = Field(max_length=60)
    number_key: str = Field(unique=True, max_length=60)
