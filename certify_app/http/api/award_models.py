"""What awards look like on their way in and out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from certify_app.http.api.fields import Asked, Given, PageQuery, text

Status = Literal["valid", "revoked", "superseded"]


class Award(Given):
    """`awarded_name` is the name as it was awarded."""

    reference: str
    enrolment_number: str
    awarded_name: str
    qualification_code: str
    qualification_title: str
    level: str
    organisation: str
    award_date: date
    expiry_date: date | None
    grade: str
    version: int
    status: Status
    status_changed_at: datetime | None
    superseded_by: str
    created_at: datetime


class AwardPage(Given):
    items: list[Award]
    next: str | None = Field(description="The cursor of the next page; null on the last.")


class AwardQuery(PageQuery):
    enrolment_number: Annotated[str, text(60)] = ""
    qualification_code: Annotated[str, text(60)] = ""
    status: Status | None = None


class AwardItem(Asked):
    """One award with its learner and qualification, as a row of an import file."""

    enrolment_number: Annotated[str, text(200, 1)]
    first_name: Annotated[str, text(200)]
    middle_name: Annotated[str, text(200)] = ""
    last_name: Annotated[str, text(200)]
    date_of_birth: date
    email: Annotated[str, text(320)] = ""
    organisation: Annotated[str, text(400)] = ""
    qualification_code: Annotated[str, text(200, 1)]
    qualification_title: Annotated[str, text(400, 1)]
    level: Annotated[str, text(200)] = ""
    award_date: date
    expiry_date: date | None = None
    grade: Annotated[str, text(200)] = ""
    reference: Annotated[str, text(100)] = ""


class BulkBody(Asked):
    """Good items are saved though others are refused."""

    awards: Annotated[list[AwardItem], Field(min_length=1, max_length=10_000)]
    tell_learners: bool = Field(
        False, description="Mail learners that their certificates are ready."
    )
    dry_run: bool = Field(False, description="Check everything and change nothing.")


class Fault(Given):
    field: str
    message: str


class ItemResult(Given):
    """Of the item at this place of the request, counting from 0."""

    index: int
    outcome: Literal["created", "changed", "unchanged", "refused"]
    reference: str = Field(description="Empty for one that was refused.")
    errors: list[Fault]


class BulkResult(Given):
    created: int
    changed: int
    unchanged: int
    refused: int
    results: list[ItemResult]


class RevokeBody(Asked):
    """From the start of `date`, or from now. The reason is for staff alone."""

    reference: Annotated[str, text(100, 1)]
    reason: Annotated[str, text(500, 1)]
    date_from: date | None = None
