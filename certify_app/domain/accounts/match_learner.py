"""Finding who registers in the awarding body's records (guide 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.accounts.errors import (
    AlreadyRegistered,
    DetailsDoNotMatch,
    EmailTaken,
)
from certify_app.domain.accounts.queries import (
    account_with_email,
    enrolled_learner,
    verified_emails,
)
from certify_app.domain.accounts.registration_details import PersonalDetails
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.emails import normal_email
from certify_app.domain.errors import DomainError
from certify_app.domain.learners.models import Learner
from certify_app.domain.names import fold


@dataclass(frozen=True)
class Match:
    """A learner and whether the email is the one in the records."""

    learner: Learner
    email_is_known: bool


def match_learner(session: Session, email: str, details: PersonalDetails) -> Match:
    """The learner who has this enrolment number, this name and this email.

    With another email, or none in the records, the date of birth must match instead.

    Raises:
        DetailsDoNotMatch: whatever does not match.
        AlreadyRegistered, EmailTaken: everything matches.
    """
    learner = enrolled_learner(session, fold(details.enrolment_number))
    if learner is None or not is_named(learner, details.first_name, details.last_name):
        raise DetailsDoNotMatch(body=awarding_body(session).name)
    known = email in _emails_of(session, learner)
    if not known and not _born_on(learner, details.date_of_birth):
        raise DetailsDoNotMatch(body=awarding_body(session).name)
    if learner.account_id:
        raise AlreadyRegistered(mailbox=settings().reports_email)
    if account_with_email(session, email):
        raise EmailTaken(mailbox=settings().reports_email)
    return Match(learner, known)


def is_named(learner: Learner, first_name: str, last_name: str) -> bool:
    """Whether a learner has this name, however it is divided between the two fields.

    The middle name may be left out. Somebody with one name gives it in both fields.
    """
    first, last = fold(first_name), fold(last_name)
    parts = [fold(learner.first_name), fold(learner.last_name)]
    if not all(parts):
        return first == last == "".join(parts)
    whole = fold(learner.full_name)
    return first + last in {"".join(parts), "".join(reversed(parts)), whole}


def email_in_records(learner: Learner) -> str:
    """In its normal form; "" where the records hold none that is one."""
    try:
        return normal_email(learner.email)
    except DomainError:
        return ""


def _emails_of(session: Session, learner: Learner) -> set[str]:
    own = verified_emails(session, learner.account_id) if learner.account_id else []
    return {email_in_records(learner), *own} - {""}


def _born_on(learner: Learner, day: date | None) -> bool:
    return day is not None and learner.date_of_birth == day
