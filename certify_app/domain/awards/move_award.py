"""The life of an award: the one place where its status changes."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awards.errors import AwardNotValid
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.machines import Machine
from certify_app.domain.webhooks.announce import announce
from certify_app.domain.webhooks.events import EventKind
from certify_app.locales import N_, _

LIFE = Machine(
    "award",
    {AwardStatus.VALID: frozenset({AwardStatus.REVOKED, AwardStatus.SUPERSEDED})},
)
"""Revoked and superseded are ends: who was wronged gets a new award."""

STATUS_NAMES = {
    AwardStatus.VALID: N_("valid"),
    AwardStatus.REVOKED: N_("revoked"),
    AwardStatus.SUPERSEDED: N_("superseded"),
}


def move_award(
    session: Session,
    award: Award,
    new: AwardStatus,
    at: datetime,
    reason: str = "",
    actor_id: int | None = None,
) -> None:
    """
    Raises:
        AwardNotValid: it has come to its end already.
    """
    if not LIFE.allows(award.status, new):
        raise AwardNotValid(
            reference=award.reference,
            status=_(STATUS_NAMES[award.status]),
            new=_(STATUS_NAMES[new]),
        )
    award.status = new
    award.status_changed_at = at
    award.status_reason = reason
    session.add(award)
    record_act(session, f"award_{new.value}", "award", award.id, actor_id)
    session.flush()
    announce(session, EventKind(f"award.{new.value}"), reference=award.reference)
