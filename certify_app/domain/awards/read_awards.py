"""Awards, documents and qualifications as the awarding body's own system reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from certify_app.domain.awards.errors import NoSuchAward
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.documents.errors import NoSuchDocument
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import EnrolmentNumber, Organisation
from certify_app.domain.names import fold

_Newer = aliased(Award)


@dataclass(frozen=True)
class AwardRecord:
    award: Award
    qualification: Qualification
    organisation: str
    superseded_by: str

    @property
    def id(self) -> int | None:
        return self.award.id


@dataclass(frozen=True)
class Wanted:
    """Empty values ask for all."""

    enrolment_number: str = ""
    qualification_code: str = ""
    status: AwardStatus | None = None
    awarded_from: date | None = None
    awarded_to: date | None = None


def awards_after(session: Session, after: int, limit: int, wanted: Wanted) -> Sequence[AwardRecord]:
    """In the order they were issued."""
    found = _awards().where(col(Award.id) > after, *_conditions(wanted))
    return [_record(row) for row in session.exec(found.order_by(col(Award.id)).limit(limit))]


def award_referenced(session: Session, reference: str) -> AwardRecord:
    """Raises NoSuchAward."""
    row = session.exec(_awards().where(col(Award.reference) == reference.strip().upper())).first()
    if row is None:
        raise NoSuchAward(reference=reference)
    return _record(row)


def _awards() -> Any:
    return (
        select(Award, Qualification, Organisation.name, _Newer.reference)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .outerjoin(Organisation, col(Organisation.id) == Award.organisation_id)
        .outerjoin(_Newer, col(_Newer.id) == Award.superseded_by_id)
    )


def _record(row: Any) -> AwardRecord:
    award, qualification, organisation, newer = row
    return AwardRecord(award, qualification, organisation or "", newer or "")


def _conditions(wanted: Wanted) -> list[Any]:
    found: list[Any] = []
    if wanted.enrolment_number:
        key = fold(wanted.enrolment_number)
        owner = select(EnrolmentNumber.learner_id).where(EnrolmentNumber.number_key == key)
        found.append(col(Award.learner_id).in_(owner))
    if wanted.qualification_code:
        found.append(col(Qualification.code) == wanted.qualification_code.strip().upper())
    if wanted.status:
        found.append(col(Award.status) == wanted.status)
    if wanted.awarded_from:
        found.append(col(Award.award_date) >= wanted.awarded_from)
    if wanted.awarded_to:
        found.append(col(Award.award_date) <= wanted.awarded_to)
    return found


def qualifications_after(session: Session, after: int, limit: int) -> Sequence[Qualification]:
    found = select(Qualification).where(col(Qualification.id) > after)
    return session.exec(found.order_by(col(Qualification.id)).limit(limit)).all()


def documents_of(session: Session, award_reference: str) -> Sequence[tuple[Document, Award]]:
    """Raises NoSuchAward."""
    award = award_referenced(session, award_reference).award
    found = select(Document).where(Document.award_id == award.id).order_by(col(Document.id))
    return [(document, award) for document in session.exec(found)]


def document_referenced(session: Session, reference: str) -> tuple[Document, Award]:
    """Raises NoSuchDocument."""
    row = session.exec(
        select(Document, Award)
        .join(Award, col(Award.id) == Document.award_id)
        .where(col(Document.reference) == reference.strip().upper())
    ).first()
    if row is None:
        raise NoSuchDocument
    return row
