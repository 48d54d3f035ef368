"""Take an award back: its reference answers “revoked” from then on."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlmodel import Session, select

from certify_app.config import settings
from certify_app.domain.awards.errors import NoSuchAward, ReasonMissing, RevokedInFuture
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.awards.move_award import move_award
from certify_app.domain.clock import now, today
from certify_app.domain.references import clean_reference

LONGEST_REASON = 500


def revoke_award(
    session: Session,
    reference: str,
    reason: str,
    day: date | None = None,
    actor_id: int | None = None,
) -> Award:
    """From the start of `day`, or from now. The reason is for staff alone.

    Raises:
        BadReference, NoSuchAward, ReasonMissing, RevokedInFuture, AwardNotValid
    """
    why = " ".join(reason.split())
    if not why or len(why) > LONGEST_REASON:
        raise ReasonMissing(most=LONGEST_REASON)
    if day and day > today(settings().zone):
        raise RevokedInFuture(day=day)
    award = _locked(session, clean_reference(reference))
    at = datetime.combine(day, time.min, settings().zone) if day else now()
    move_award(session, award, AwardStatus.REVOKED, at, why, actor_id)
    return award


def _locked(session: Session, reference: str) -> Award:
    found = select(Award).where(Award.reference == reference).with_for_update()
    award = session.exec(found).first()
    if award is None:
        raise NoSuchAward(reference=reference)
    return award
