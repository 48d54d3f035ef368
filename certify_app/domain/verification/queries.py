"""The record behind a reference and what its awarding body shows, in one SELECT.

One row comes back whether the reference exists or not, after the same work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, String, bindparam, literal, select, true, union_all
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from certify_app.domain.awarding_body.models import AwardingBody, VerifyAsks
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import Learner


@dataclass(frozen=True)
class Record:
    """The award is that of the reference; `award_id` is None when there is none."""

    body_name: str | None
    body_phone: str | None
    brand: str | None
    shows_name: bool | None
    shows_grade: bool | None
    asks: VerifyAsks | None
    reference: str | None
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
    return Record(*row)


def _found() -> Any:
    """The award of a reference, its document's or its badge's."""
    either = (bindparam("typed", type_=String), bindparam("meant", type_=String))
    rows = union_all(
        select(col(Award.id).label("award_id"), col(Award.reference)).where(
            col(Award.reference).in_(either)
        ),
        select(col(Document.award_id), col(Document.reference)).where(
            col(Document.reference).in_(either)
        ),
        select(col(Badge.award_id), col(Badge.reference)).where(col(Badge.reference).in_(either)),
    ).subquery()
    as_typed = rows.c.reference == bindparam("typed", type_=String)
    return select(rows).order_by(as_typed.desc()).limit(1).subquery()


def _statement() -> Select[Any]:
    found = _found()
    newer = aliased(Award)
    one = select(literal(1).label("one")).subquery()
    return (
        select(
            col(AwardingBody.name),
            col(AwardingBody.phone),
            col(AwardingBody.brand),
            col(AwardingBody.verify_shows_name),
            col(AwardingBody.verify_shows_grade),
            col(AwardingBody.verify_asks),
            found.c.reference,
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
        .outerjoin(found, true())
        .outerjoin(Award, col(Award.id) == found.c.award_id)
        .outerjoin(Qualification, col(Qualification.id) == Award.qualification_id)
        .outerjoin(Learner, col(Learner.id) == Award.learner_id)
        .outerjoin(newer, col(newer.id) == Award.superseded_by_id)
    )


_RECORD = _statement()
