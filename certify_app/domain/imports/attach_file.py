"""A workbook the awarding body supplies, attached to the award its name says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from sqlmodel import Session, col, select

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.awards.yields import yield_of
from certify_app.domain.documents.clean_pdf import clean_pdf
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.documents.stored_files import keep_supplied_file
from certify_app.domain.errors import DomainError
from certify_app.domain.learners.models import EnrolmentNumber
from certify_app.domain.names import fold
from certify_app.domain.references import new_reference
from certify_app.locales import N_


class NoAwardNamed(DomainError):
    sentence = N_(
        "No award is named {name}. Name the file after the reference, such as "
        "10643835-01-3DCE7K.pdf, or the enrolment number and the qualification code, such "
        "as 801249141_603-1234-5.pdf"
    )
    field = "file"


class SeveralAwardsNamed(DomainError):
    sentence = N_("{name} fits several awards. Name the file after the reference of one")
    field = "file"


class Attached(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class SuppliedFile:
    name: str
    content: bytes


def attach_file(session: Session, file: SuppliedFile, actor_id: int | None = None) -> Attached:
    """The file is cleaned and kept as the award's workbook, in place of a former one.

    Raises:
        NoAwardNamed, SeveralAwardsNamed, UnusablePdf, PdfWithPassword, PdfTooLarge
    """
    award = _award_named(session, file.name)
    file_hash = keep_supplied_file(clean_pdf(file.content))
    workbook = session.exec(
        select(Document).where(
            Document.award_id == award.id, Document.kind == DocumentKind.WORKBOOK
        )
    ).first()
    if workbook and workbook.file_hash == file_hash:
        return Attached.UNCHANGED
    made = workbook is None
    workbook = workbook or _new_workbook(session, award)
    workbook.file_hash = file_hash
    session.add(workbook)
    session.flush()
    record_act(session, "file_attached", "document", workbook.id, actor_id, file=file_hash)
    return Attached.NEW if made else Attached.CHANGED


def _award_named(session: Session, name: str) -> Award:
    stem = PurePath(name).stem
    by_reference = select(Award).where(Award.reference == stem.strip().upper())
    if award := session.exec(by_reference).first():
        return award
    number, _, code = stem.partition("_")
    found = [a for a, c in _awards_of(session, number) if code and fold(c) == fold(code)]
    if len(found) > 1:
        raise SeveralAwardsNamed(name=name)
    if not found:
        raise NoAwardNamed(name=name)
    return found[0]


def _awards_of(session: Session, number: str) -> list[tuple[Award, str]]:
    found = session.exec(
        select(Award, Qualification.code)
        .join(EnrolmentNumber, col(EnrolmentNumber.learner_id) == col(Award.learner_id))
        .join(Qualification, col(Award.qualification_id) == col(Qualification.id))
        .where(
            EnrolmentNumber.number_key == fold(number),
            Award.status == AwardStatus.VALID,
        )
    )
    return list(found)


def _new_workbook(session: Session, award: Award) -> Document:
    qualification = session.get_one(Qualification, award.qualification_id)
    yields = yield_of(qualification, False, awarding_body(session))
    return Document(
        award_id=award.id or 0,
        kind=DocumentKind.WORKBOOK,
        reference=new_reference(),
        download_limit=yields.download_limit,
        print_limit=yields.print_limit,
    )
