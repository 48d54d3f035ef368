"""Who a learner is, as the awarding body's records say."""

from __future__ import annotations

from sqlmodel import Session, col, select

from certify_app.domain.learners.models import EnrolmentNumber, Learner


def find_learner(session: Session, learner_id: int | None) -> Learner | None:
    return session.get(Learner, learner_id) if learner_id else None


def list_enrolment_numbers(session: Session, learner_id: int | None) -> list[str]:
    """The first one known comes first."""
    found = (
        select(EnrolmentNumber.number)
        .where(col(EnrolmentNumber.learner_id) == learner_id)
        .order_by(col(EnrolmentNumber.id))
    )
    return list(session.exec(found))
