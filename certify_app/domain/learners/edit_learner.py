"""Staff put a learner's record right; awards keep the name they were made out to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from certify_app.domain.accounts.errors import FirstNameMissing, LastNameMissing
from certify_app.domain.accounts.registration_details import gather, read_birth_date, require
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.errors import DomainError
from certify_app.domain.learners.learner_record import NoSuchLearnerRecord
from certify_app.domain.learners.models import Learner
from certify_app.domain.names import clean_name, fold
from certify_app.domain.profiles.checks import email_if_any, name_if_any


@dataclass(frozen=True)
class TypedLearner:
    """As typed, unchecked."""

    first_name: str
    middle_name: str
    last_name: str
    date_of_birth: str
    email: str


def edit_learner(session: Session, learner_id: int, typed: TypedLearner, actor_id: int) -> None:
    """The log says which fields changed, and not from what.

    Raises:
        NoSuchLearnerRecord
        Problems: one for each field to put right; nothing is changed.
    """
    learner = session.get(Learner, learner_id)
    if learner is None:
        raise NoSuchLearnerRecord
    wrong: list[DomainError] = []
    first = gather(wrong, lambda: _name(typed.first_name, "first_name", FirstNameMissing))
    middle = gather(wrong, lambda: name_if_any(typed.middle_name, "middle_name"))
    last = gather(wrong, lambda: _name(typed.last_name, "last_name", LastNameMissing))
    born = gather(wrong, lambda: read_birth_date(typed.date_of_birth))
    email = gather(wrong, lambda: email_if_any(typed.email, "email"))
    require(wrong)
    wanted = {
        "first_name": first,
        "middle_name": middle,
        "last_name": last,
        "date_of_birth": born,
        "email": email,
        "first_name_key": fold(first or ""),
        "last_name_key": fold(last or ""),
    }
    changed = [name for name, value in wanted.items() if getattr(learner, name) != value]
    for name in changed:
        setattr(learner, name, wanted[name])
    if changed:
        session.add(learner)
        fields = [name for name in changed if not name.endswith("_key")]
        record_act(session, "learner_edited", "learner", learner_id, actor_id, fields=fields)


def _name(text: str, field: str, missing: type[DomainError]) -> str:
    if not text.strip():
        raise missing
    return clean_name(text, field)
