"""Correct an award: a new version takes its place, and the old reference says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select, update

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awards.errors import ExpiryBeforeAward, NoSuchAward, ReasonMissing
from certify_app.domain.awards.issue_award import give_papers
from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.awards.move_award import move_award
from certify_app.domain.awards.revoke_award import LONGEST_REASON
from certify_app.domain.clock import now
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.names import clean_name
from certify_app.domain.references import new_reference

OURS = re.compile(r"(\d{8})-\d{2}-[0-9A-Z]{4,6}")


@dataclass(frozen=True)
class Correction:
    """What the new version says."""

    awarded_name: str
    award_date: date
    expiry_date: date | None
    grade: str
    reason: str


def reissue_award(session: Session, award_id: int, to: Correction, actor_id: int | None) -> Award:
    """The new award. The old one's counts of downloads stay with it; a supplied workbook
    goes along.

    Raises:
        NoSuchAward, ReasonMissing, BadName, ExpiryBeforeAward
        AwardNotValid: it was revoked or replaced before.
    """
    old = session.exec(select(Award).where(Award.id == award_id).with_for_update()).first()
    if old is None:
        raise NoSuchAward(reference=award_id)
    why = " ".join(to.reason.split())
    if not why or len(why) > LONGEST_REASON:
        raise ReasonMissing(most=LONGEST_REASON)
    if to.expiry_date and to.expiry_date < to.award_date:
        raise ExpiryBeforeAward(expiry=to.expiry_date, day=to.award_date)
    name = clean_name(to.awarded_name, "awarded_name")
    move_award(session, old, AwardStatus.SUPERSEDED, now(), why, actor_id)
    new = _new_version(session, old, name, to)
    old.superseded_by_id = new.id
    session.add(old)
    session.exec(
        update(Document)
        .where(col(Document.award_id) == old.id, col(Document.kind) == DocumentKind.WORKBOOK)
        .values(award_id=new.id)
    )
    give_papers(session, session.get_one(Qualification, new.qualification_id))
    record_act(session, "award_reissued", "award", new.id, actor_id, replaces=old.id)
    session.flush()
    return new


def _new_version(session: Session, old: Award, name: str, to: Correction) -> Award:
    new = Award(
        learner_id=old.learner_id,
        qualification_id=old.qualification_id,
        organisation_id=old.organisation_id,
        enrolment_number=old.enrolment_number,
        reference=next_reference(old.reference, old.version + 1),
        version=old.version + 1,
        awarded_name=name,
        award_date=to.award_date,
        expiry_date=to.expiry_date,
        grade=" ".join(to.grade.split())[:100],
    )
    session.add(new)
    session.flush()
    return new


def next_reference(reference: str, version: int) -> str:
    """Ours keep their first digits, so that both versions are seen to belong together."""
    fresh = new_reference(min(version, 99))
    ours = OURS.fullmatch(reference)
    return f"{ours[1]}{fresh[8:]}" if ours else fresh
