"""Everything a document is made from, read at once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.models import Award, AwardStatus, Qualification, Unit
from certify_app.domain.documents.addresses import in_address
from certify_app.domain.documents.errors import NoSuchDocument
from certify_app.domain.documents.models import Document
from certify_app.domain.documents.queries import owned
from certify_app.domain.documents.rendering.content import DocumentContent, UnitLine
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.learners.models import Organisation


@dataclass(frozen=True)
class Master:
    """What a document is made from: a supplied file, or words and a look."""

    document_id: int
    file_name: str
    award_status: AwardStatus
    file_hash: str | None
    content: DocumentContent
    design: Design


def find_master(session: Session, learner_id: int | None, reference: str) -> Master:
    """Raises NoSuchDocument."""
    its_own = col(Document.reference) == reference
    row = session.exec(owned(learner_id).where(its_own)).first()
    if row is None:
        raise NoSuchDocument
    return _master(session, *row)


def _master(session: Session, document: Document, award: Award) -> Master:
    assert document.id
    return Master(
        document_id=document.id,
        file_name=f"{document.kind.value}-{in_address(document.reference)}.pdf",
        award_status=award.status,
        file_hash=document.file_hash,
        content=_content(session, document, award),
        design=design_of(awarding_body(session)),
    )


def _content(session: Session, document: Document, award: Award) -> DocumentContent:
    qualification = session.get_one(Qualification, award.qualification_id)
    return DocumentContent(
        kind=document.kind.value,
        learner_name=award.awarded_name,
        qualification_title=qualification.title,
        qualification_code=qualification.code,
        level=qualification.level,
        grade=award.grade,
        award_date=award.award_date,
        expiry_date=award.expiry_date,
        award_reference=award.reference,
        document_reference=document.reference,
        enrolment_number=award.enrolment_number,
        organisation=_organisation(session, award),
        units=_units(session, award.qualification_id),
        verify_url=f"{settings().address}/verify?reference={award.reference}",
    )


def _organisation(session: Session, award: Award) -> str:
    if award.organisation_id is None:
        return ""
    return session.get_one(Organisation, award.organisation_id).name


def _units(session: Session, qualification_id: int) -> tuple[UnitLine, ...]:
    its_units = (
        select(Unit)
        .where(col(Unit.qualification_id) == qualification_id)
        .order_by(col(Unit.position), col(Unit.id))
    )
    return tuple(
        UnitLine(unit.code, unit.title, unit.level, unit.credits)
        for unit in session.exec(its_units)
    )


def design_of(body: AwardingBody) -> Design:
    return Design(
        awarding_body=body.name,
        logo=body.logo,
        signature=body.signature,
        signatory_name=body.signatory_name,
        signatory_title=body.signatory_title,
        recognition=body.recognition,
        address=body.address,
        brand=body.brand,
        gold=body.gold,
    )
