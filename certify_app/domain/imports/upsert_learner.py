"""Add or correct one learner, by the rules that files follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, select

from certify_app.config import settings
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import today
from certify_app.domain.emails import normal_email
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.imports.cells import clean_cell, clean_number
from certify_app.domain.imports.check_award import (
    FIRST_DAY,
    BornInFuture,
    DateTooEarly,
    NameMissing,
    clean_organisation,
    drawable_name,
)
from certify_app.domain.imports.organisations import save_organisations
from certify_app.domain.learners.models import EnrolmentNumber, Learner
from certify_app.domain.names import fold


@dataclass(frozen=True)
class LearnerData:
    """What the records are to hold; an empty middle name or email empties it."""

    first_name: str
    last_name: str
    middle_name: str = ""
    date_of_birth: date | None = None
    email: str = ""
    organisation: str = ""


def upsert_learner(
    session: Session, /, number: str, data: LearnerData, **act: object
) -> tuple[Learner, bool]:
    """The learner, and whether they are new. `act` goes to the audit log.

    Raises:
        Problems: each with its field.
    """
    clean = _checked(number, data)
    key = fold(clean["enrolment_number"])
    there = session.exec(
        select(Learner).join(EnrolmentNumber).where(EnrolmentNumber.number_key == key)
    ).first()
    learner = there or Learner(first_name="", last_name="", first_name_key="", last_name_key="")
    for name in ("first_name", "middle_name", "last_name", "email"):
        setattr(learner, name, clean[name])
    learner.first_name_key = fold(clean["first_name"])
    learner.last_name_key = fold(clean["last_name"] or clean["first_name"])
    learner.date_of_birth = data.date_of_birth or learner.date_of_birth
    if path := clean["organisation"]:
        learner.organisation_id = save_organisations(session, [path])[path]
    session.add(learner)
    session.flush()
    if there is None:
        numbered = EnrolmentNumber(
            learner_id=learner.id or 0, number=clean["enrolment_number"], number_key=key
        )
        session.add(numbered)
    record_act(session, "learner_saved", "learner", learner.id, None, **act)
    session.flush()
    return learner, there is None


def _checked(number: str, data: LearnerData) -> dict[str, str]:
    problems: list[DomainError] = []

    def take(field: str, text: str, parse: Callable[[str], str]) -> str:
        try:
            cell = clean_cell(text)
            return parse(cell) if cell or field == "enrolment_number" else ""
        except DomainError as error:
            error.field = field
            problems.append(error)
            return ""

    clean = {
        "enrolment_number": take("enrolment_number", number, clean_number),
        "first_name": take("first_name", data.first_name, drawable_name),
        "middle_name": take("middle_name", data.middle_name, drawable_name),
        "last_name": take("last_name", data.last_name, drawable_name),
        "email": take("email", data.email, normal_email),
        "organisation": take("organisation", data.organisation, clean_organisation),
    }
    _check_rest(data, problems)
    if problems:
        raise Problems(problems)
    return clean


def _check_rest(data: LearnerData, problems: list[DomainError]) -> None:
    if not data.first_name.strip():
        problems.append(NameMissing("first_name"))
    born = data.date_of_birth
    if born and born < FIRST_DAY:
        problems.append(DateTooEarly("date_of_birth", day=born))
    if born and born > today(settings().zone):
        problems.append(BornInFuture("date_of_birth", day=born))
