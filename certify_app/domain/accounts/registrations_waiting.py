"""Registrations that staff must decide on, beside what the records say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from certify_app.domain.accounts.queries import number_of, registrations_waiting
from certify_app.domain.learners.models import Learner


@dataclass(frozen=True)
class WaitingRegistration:
    """`name` as the records have it; `email` verified, unlike `email_in_records`."""

    id: int
    name: str
    enrolment_number: str
    email: str
    email_in_records: str
    created_at: datetime


def list_waiting(session: Session) -> list[WaitingRegistration]:
    """Oldest first."""
    found = []
    for registration in registrations_waiting(session):
        learner = session.get_one(Learner, registration.learner_id)
        assert registration.id
        found.append(
            WaitingRegistration(
                id=registration.id,
                name=learner.full_name,
                enrolment_number=number_of(session, registration.learner_id),
                email=registration.email,
                email_in_records=learner.email,
                created_at=registration.created_at,
            )
        )
    return found
