"""Issue one award to a learner whom the awarding body knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards import errors
from certify_app.domain.awards.complete_awards import complete_awards
from certify_app.domain.awards.models import Award, AwardStatus, Qualification, Unit
from certify_app.domain.awards.yields import yield_of
from certify_app.domain.badges.models import Badge
from certify_app.domain.clock import today
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import EnrolmentNumber, Learner
from certify_app.domain.names import fold
from certify_app.domain.references import clean_reference, new_reference
from certify_app.domain.webhooks.announce import announce
from certify_app.domain.webhooks.events import EventKind

AHEAD = timedelta(days=366)


@dataclass(frozen=True)
class NewAward:
    """A reference is made where none is given."""

    enrolment_number: str
    qualification_code: str
    award_date: date
    expiry_date: date | None = None
    grade: str = ""
    reference: str = ""


def issue_award(session: Session, new: NewAward, actor_id: int | None = None) -> Award:
    """With its documents and its badge.

    Raises:
        BadReference, and those of `errors.py` that name a field.
    """
    _check_dates(new)
    number, learner = _learner(session, new.enrolment_number)
    qualification = _qualification(session, new.qualification_code)
    _check_not_there(session, learner, qualification, new)
    award = Award(
        learner_id=learner.id or 0,
        qualification_id=qualification.id or 0,
        organisation_id=learner.organisation_id,
        enrolment_number=number,
        reference=_reference(session, new.reference),
        awarded_name=learner.full_name,
        award_date=new.award_date,
        expiry_date=new.expiry_date,
        grade=" ".join(new.grade.split())[:100],
    )
    session.add(award)
    session.flush()
    give_papers(session, qualification)
    record_act(session, "award_issued", "award", award.id, actor_id)
    announce(session, EventKind.AWARD_ISSUED, reference=award.reference)
    return award


def _check_dates(new: NewAward) -> None:
    if new.award_date > today(settings().zone) + AHEAD:
        raise errors.AwardTooFarAhead(day=new.award_date)
    if new.expiry_date and new.expiry_date < new.award_date:
        raise errors.ExpiryBeforeAward(expiry=new.expiry_date, day=new.award_date)


def _learner(session: Session, number: str) -> tuple[str, Learner]:
    found = session.exec(
        select(EnrolmentNumber.number, Learner)
        .join(Learner, col(EnrolmentNumber.learner_id) == col(Learner.id))
        .where(EnrolmentNumber.number_key == fold(number))
    ).first()
    if found is None:
        raise errors.NoSuchLearner(number=number)
    return found


def _qualification(session: Session, code: str) -> Qualification:
    wanted = " ".join(code.split()).upper()
    found = session.exec(select(Qualification).where(Qualification.code == wanted)).first()
    if found is None or not found.title:
        raise errors.NoSuchQualification(code=code)
    return found


def _check_not_there(
    session: Session, learner: Learner, qualification: Qualification, new: NewAward
) -> None:
    found = session.exec(
        select(Award.reference).where(
            Award.learner_id == learner.id,
            Award.qualification_id == qualification.id,
            Award.award_date == new.award_date,
            Award.status == AwardStatus.VALID,
        )
    ).first()
    if found:
        raise errors.AwardIsThere(day=new.award_date, reference=found)


def _reference(session: Session, given: str) -> str:
    if not given.strip():
        return new_reference()
    reference = clean_reference(given)
    for column in (Award.reference, Document.reference, Badge.reference):
        if session.exec(select(column).where(col(column) == reference)).first():
            raise errors.ReferenceInUse(reference=reference)
    return reference


def give_papers(session: Session, qualification: Qualification) -> None:
    unit = session.exec(select(Unit.id).where(Unit.qualification_id == qualification.id))
    yields = yield_of(qualification, unit.first() is not None, awarding_body(session))
    complete_awards(session, qualification.id or 0, yields)
