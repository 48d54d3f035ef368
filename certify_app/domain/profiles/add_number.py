"""A learner adds an enrolment number that the records hold for the same person."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, select, update

from certify_app.config import settings
from certify_app.db.engine import write
from certify_app.domain.accounts.create_account import locked_learner
from certify_app.domain.accounts.limits import Limit, count_subject
from certify_app.domain.accounts.match_learner import email_in_records, is_named
from certify_app.domain.accounts.queries import enrolled_learner, verified_emails
from certify_app.domain.accounts.registration_details import clean_number
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.models import Award
from certify_app.domain.learners.models import EnrolmentNumber, Learner
from certify_app.domain.names import fold
from certify_app.domain.profiles.errors import NumberDoesNotMatch, NumberIsYours

TRIES = Limit("add-number", 5, timedelta(hours=1))


async def add_number(account_id: int, typed: str) -> str:
    """The number as the records have it; its awards are among the learner's own now.

    Raises:
        NumberMissing, BadNumber, TooManyTries, NumberIsYours, NumberDoesNotMatch
    """
    number = clean_number(typed)
    await count_subject(TRIES, str(account_id))
    return await write(take_over_number, account_id, number)


def take_over_number(session: Session, account_id: int, number: str) -> str:
    """The records' own names count, never those of the profile, which anyone may edit.

    Raises:
        NumberIsYours, NumberDoesNotMatch
    """
    own = session.exec(select(Learner).where(Learner.account_id == account_id)).first()
    other = enrolled_learner(session, fold(number))
    if own and other and own.id == other.id:
        raise NumberIsYours
    if own is None or other is None or not _is_free_and_same(session, own, other, account_id):
        raise NumberDoesNotMatch(body=awarding_body(session).name, mailbox=settings().reports_email)
    assert own.id
    assert other.id
    for table in (EnrolmentNumber, Award):
        session.exec(
            update(table).where(col(table.learner_id) == other.id).values(learner_id=own.id)
        )
    record_act(session, "number_added", "learner", own.id, account_id, from_learner=other.id)
    kept = select(EnrolmentNumber.number).where(EnrolmentNumber.number_key == fold(number))
    return session.exec(kept).one()


def _is_free_and_same(session: Session, own: Learner, other: Learner, account_id: int) -> bool:
    assert other.id
    other = locked_learner(session, other.id)
    if other.account_id is not None or not is_named(other, own.first_name, own.last_name):
        return False
    born = own.date_of_birth
    if born is not None and born == other.date_of_birth:
        return True
    emails = {email_in_records(own), *verified_emails(session, account_id)} - {""}
    return email_in_records(other) in emails
