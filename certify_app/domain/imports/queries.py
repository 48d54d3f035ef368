"""What the records hold of the people, awards and references that a file names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlmodel import Session, col, func, select

from certify_app.domain.awards.models import (
    Award,
    AwardStatus,
    Qualification,
    Unit,
)
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import EnrolmentNumber, Learner, Organisation

ISSUED = (Learner, EnrolmentNumber, Award, Qualification, Organisation, Unit)
"""The tables an import reads before it writes."""


class LearnerRecord(NamedTuple):
    number_key: str
    id: int
    first_name: str
    middle_name: str
    last_name: str
    first_key: str
    last_key: str
    date_of_birth: date | None
    email: str
    organisation_id: int | None


class AwardRecord(NamedTuple):
    id: int
    reference: str
    learner_id: int
    qualification_id: int
    award_date: date
    expiry_date: date | None
    grade: str
    organisation_id: int | None
    status: AwardStatus


@dataclass(frozen=True)
class KnownQualification:
    row: Qualification
    has_units: bool


def newest_ids(session: Session) -> tuple[int | None, ...]:
    """Differs as soon as anybody adds to what an import reads."""
    newest = [select(func.max(table.id)).scalar_subquery() for table in ISSUED]
    return tuple(session.execute(select(*newest)).one())


def learners_by_number(session: Session, keys: Collection[str]) -> dict[str, LearnerRecord]:
    found = session.execute(
        select(  # type: ignore[call-overload]
            EnrolmentNumber.number_key,
            Learner.id,
            Learner.first_name,
            Learner.middle_name,
            Learner.last_name,
            Learner.first_name_key,
            Learner.last_name_key,
            Learner.date_of_birth,
            Learner.email,
            Learner.organisation_id,
        )
        .join(Learner)
        .where(col(EnrolmentNumber.number_key).in_(keys))
    )
    return {row[0]: LearnerRecord(*row) for row in found}


def awards_by_reference(session: Session, references: Collection[str]) -> dict[str, AwardRecord]:
    found = session.execute(
        _awards().where(col(Award.reference).in_(references))  # type: ignore[attr-defined]
    )
    return {row[1]: AwardRecord(*row) for row in found}


def current_awards(
    session: Session, learners: Collection[int]
) -> dict[tuple[int, int, date], list[AwardRecord]]:
    """Awards not superseded, by learner, qualification and award date."""
    found = session.execute(
        _awards().where(  # type: ignore[attr-defined]
            col(Award.learner_id).in_(learners),
            Award.status != AwardStatus.SUPERSEDED,
        )
    )
    awards: dict[tuple[int, int, date], list[AwardRecord]] = {}
    for record in (AwardRecord(*row) for row in found):
        key = (record.learner_id, record.qualification_id, record.award_date)
        awards.setdefault(key, []).append(record)
    return awards


def _awards() -> object:
    return select(  # type: ignore[call-overload]
        Award.id,
        Award.reference,
        Award.learner_id,
        Award.qualification_id,
        Award.award_date,
        Award.expiry_date,
        Award.grade,
        Award.organisation_id,
        Award.status,
    )


def references_elsewhere(session: Session, references: Collection[str]) -> set[str]:
    """Those that a document or a badge has."""
    return {
        reference
        for column in (Document.reference, Badge.reference)
        for reference in session.exec(select(column).where(col(column).in_(references)))
    }


def qualifications_by_code(session: Session) -> dict[str, KnownQualification]:
    with_units = set(session.exec(select(Unit.qualification_id).distinct()))
    return {
        row.code: KnownQualification(row, row.id in with_units)
        for row in session.exec(select(Qualification))
    }


def organisations_by_key(session: Session) -> dict[str, Organisation]:
    return {row.name_key: row for row in session.exec(select(Organisation))}
