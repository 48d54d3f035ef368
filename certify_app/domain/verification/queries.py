"""The record behind a reference and what its awarding body shows, in one SELECT.

One row comes back whether the reference exists or not, after the same work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, String, bindparam, func, literal, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from certify_app.domain.awarding_body.models import AwardingBody, VerifyAsks
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import Learner


@dataclass(frozen=True)
class Record:
    """The award that the reference leads to; `award_id` is None when there is none."""

    reference: str
    body_name: str | None
    body_phone: str | None
    brand: str | None
    shows_name: bool | None
    shows_grade: bool | None
    asks: VerifyAsks | None
    award_id: int | None
    awarded_name: str | None
    award_date: date | None
    expiry_date: date | None
    grade: str | None
    status: AwardStatus | None
    status_changed_at: datetime | None
    replaced_by: str | None
    qualification: str | None
    level: str | None
    last_name_key: str | None
    hides_name: bool | None


def find_record(session: Session, typed: str, meant: str) -> Record:
    """By the reference as typed, else as meant.

    On the connection: plain columns need none of the session's work, which costs more
    than the query.
    """
    row = session.connection().execute(_RECORD, {"typed": typed, "meant": meant}).one()
    as_typed, *values = row
    return Record(typed if as_typed else meant, *values)


def _award_of(name: str) -> Any:
    """The id of the award of a reference: its own, its document's or its badge's."""
    reference = bindparam(name, type_=String)
    return func.coalesce(
        select(col(Award.id)).where(col(Award.reference) == reference).scalar_subquery(),
        select(col(Document.award_id))
        .where(col(Document.reference) == reference)
        .scalar_subquery(),
        select(col(Badge.award_id)).where(col(Badge.reference) == reference).scalar_subquery(),
    )


def _statement() -> Select[Any]:
    as_typed, as_meant = _award_of("typed"), _award_of("meant")
    newer = aliased(Award)
    one = select(literal(1).label("one")).subquery()
    return (
        select(
            as_typed.is_not(None),
            col(AwardingBody.name),
            col(AwardingBody.phone),
            col(AwardingBody.brand),
            col(AwardingBody.verify_shows_name),
            col(AwardingBody.verify_shows_grade),
            col(AwardingBody.verify_asks),
            col(Award.id),
            col(Award.awarded_name),
            col(Award.award_date),
            col(Award.expiry_date),
            col(Award.grade),
            col(Award.status),
            col(Award.status_changed_at),
            col(newer.reference),
            col(Qualification.title),
            col(Qualification.level),
            col(Learner.last_name_key),
            col(Learner.hides_name),
        )
        .select_from(one)
        .outerjoin(AwardingBody, col(AwardingBody.id) == 1)
        .outerjoin(Award, col(Award.id) == func.coalesce(as_typed, as_meant))
        .outerjoin(Qualification, col(Qualification.id) == Award.qualification_id)
        .outerjoin(Learner, col(Learner.id) == Award.learner_id)
        .outerjoin(newer, col(newer.id) == Award.superseded_by_id)
    )


_RECORD = _statement()
