"""The records behind references and what their awarding body shows, many at a time.

Two queries answer for as many references as are asked together: one for each would
cost several times as much. They run on the connection, since plain columns need none of
the session's work.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select, union_all
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from certify_app.domain.awarding_body.models import AwardingBody, VerifyAsks
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import Learner


@dataclass(frozen=True)
class Rules:
    """What the awarding body says of itself and lets be shown."""

    name: str = "Your awarding body"
    phone: str = ""
    brand: str = "#17516f"
    shows_name: bool = True
    shows_grade: bool = True
    asks: VerifyAsks = VerifyAsks.NOTHING


@dataclass(frozen=True)
class Record:
    """The award that `reference` leads to; all but that is empty when there is none."""

    reference: str
    award_id: int | None = None
    awarded_name: str = ""
    award_date: date | None = None
    expiry_date: date | None = None
    grade: str = ""
    status: AwardStatus = AwardStatus.VALID
    status_changed_at: datetime | None = None
    replaced_by: str | None = None
    qualification: str = ""
    level: str = ""
    last_name_key: str = ""
    hides_name: bool = False


def find_rules(session: Session) -> Rules:
    row = session.connection().execute(_RULES).first()
    return Rules(*row) if row else Rules()


def find_records(session: Session, references: Collection[str]) -> dict[str, Record]:
    """By reference of an award, a document or a badge; those unknown are left out."""
    rows = session.connection().execute(_RECORDS, {"references": list(references)})
    return {row[0]: Record(*row) for row in rows}


_RULES = select(
    col(AwardingBody.name),
    col(AwardingBody.phone),
    col(AwardingBody.brand),
    col(AwardingBody.verify_shows_name),
    col(AwardingBody.verify_shows_grade),
    col(AwardingBody.verify_asks),
).where(col(AwardingBody.id) == 1)


def _found() -> Any:
    wanted: BindParameter[list[str]] = bindparam("references", expanding=True)
    return union_all(
        select(col(Award.reference).label("reference"), col(Award.id).label("award_id")).where(
            col(Award.reference).in_(wanted)
        ),
        select(col(Document.reference), col(Document.award_id)).where(
            col(Document.reference).in_(wanted)
        ),
        select(col(Badge.reference), col(Badge.award_id)).where(col(Badge.reference).in_(wanted)),
    ).subquery()


def _statement() -> Select[Any]:
    found, newer = _found(), aliased(Award)
    return (
        select(
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
        .select_from(found)
        .join(Award, col(Award.id) == found.c.award_id)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .join(Learner, col(Learner.id) == Award.learner_id)
        .outerjoin(newer, col(newer.id) == Award.superseded_by_id)
    )


_RECORDS = _statement()
