"""All the console shows of one award."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.awards.standing import Standing, standing_of
from certify_app.domain.clock import today
from certify_app.domain.documents.kinds import in_order
from certify_app.domain.documents.models import Document
from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class NoSuchAwardRecord(DomainError):
    sentence = N_("There is no such award")


@dataclass(frozen=True)
class AwardRecord:
    """`replaced_by` and `replaces` are the awards beside it in the line of versions."""

    award: Award
    qualification: Qualification
    standing: Standing
    documents: list[Document]
    replaced_by: Award | None
    replaces: Award | None


def award_record(session: Session, award_id: int) -> AwardRecord:
    """Raises NoSuchAwardRecord."""
    award = session.get(Award, award_id)
    if award is None:
        raise NoSuchAwardRecord
    documents = session.exec(select(Document).where(col(Document.award_id) == award_id)).all()
    newer = session.get(Award, award.superseded_by_id) if award.superseded_by_id else None
    older = select(Award).where(
        Award.superseded_by_id == award_id, Award.learner_id == award.learner_id
    )
    return AwardRecord(
        award=award,
        qualification=session.get_one(Qualification, award.qualification_id),
        standing=standing_of(award, today(settings().zone)),
        documents=sorted(documents, key=in_order),
        replaced_by=newer,
        replaces=session.exec(older).first(),
    )
