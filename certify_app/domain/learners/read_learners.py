"""Learners as the awarding body's own system reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from certify_app.domain.learners.errors import NoSuchLearner
from certify_app.domain.learners.models import EnrolmentNumber, Learner, Organisation
from certify_app.domain.names import fold


@dataclass(frozen=True)
class LearnerRecord:
    learner: Learner
    numbers: Sequence[str]
    organisation: str

    @property
    def id(self) -> int | None:
        return self.learner.id


def learners_after(
    session: Session, after: int, limit: int, email: str = ""
) -> Sequence[LearnerRecord]:
    """In the order they were added."""
    found = select(Learner).where(col(Learner.id) > after)
    if email:
        found = found.where(Learner.email == email.strip().lower())
    return _records(session, session.exec(found.order_by(col(Learner.id)).limit(limit)).all())


def learner_numbered(session: Session, number: str) -> LearnerRecord:
    """Raises NoSuchLearner."""
    found = session.exec(
        select(Learner)
        .join(EnrolmentNumber, col(EnrolmentNumber.learner_id) == Learner.id)
        .where(EnrolmentNumber.number_key == fold(number))
    ).first()
    if found is None:
        raise NoSuchLearner
    return _records(session, [found])[0]


def _records(session: Session, learners: Sequence[Learner]) -> list[LearnerRecord]:
    ids = [learner.id for learner in learners]
    numbers: dict[int, list[str]] = {}
    rows = select(EnrolmentNumber).where(col(EnrolmentNumber.learner_id).in_(ids))
    for row in session.exec(rows.order_by(col(EnrolmentNumber.id))):
        numbers.setdefault(row.learner_id, []).append(row.number)
    names = _organisations(session, learners)
    return [
        LearnerRecord(one, numbers.get(one.id or 0, []), names.get(one.organisation_id or 0, ""))
        for one in learners
    ]


def _organisations(session: Session, learners: Sequence[Learner]) -> dict[int, str]:
    ids = {learner.organisation_id for learner in learners if learner.organisation_id}
    rows = session.exec(select(Organisation).where(col(Organisation.id).in_(ids)))
    return {row.id or 0: row.name for row in rows}
