"""Ask for a connection: the learner a third party (guide 6.2.1), or the other way round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.models import Account, Role
from certify_app.domain.accounts.queries import account_with_email, verified_emails
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.connections.errors import (
    AlreadyConnected,
    IsYourself,
    NotChangeable,
    TooSoonToAskAgain,
)
from certify_app.domain.connections.invitations import new_invitation
from certify_app.domain.connections.models import Connection, ConnectionAct, ConnectionEvent
from certify_app.domain.connections.move_connection import status_now, write_event
from certify_app.domain.connections.queries import Side, own_connection, running_with
from certify_app.domain.connections.share_end import check_day, read_day
from certify_app.domain.connections.statuses import ConnectionStatus, InitiatedBy
from certify_app.domain.connections.tell import tell_learner_of_request, tell_third_party_of_request
from certify_app.domain.emails import normal_email
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.names import clean_name

T = TypeVar("T")
ASK_AGAIN_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Wanted:
    """What was typed into Add Connection."""

    name: str
    email: str
    expiry_date: str
    purpose: str = ""


@dataclass(frozen=True)
class _Checked:
    name: str
    email: str
    expires_at: datetime


def request_connection(session: Session, learner_account_id: int, wanted: Wanted) -> Connection:
    """A learner asks a recipient; the request is pending until it is answered.

    Raises:
        Problems: each wrong field with its sentence, among them IsYourself,
            AlreadyConnected and a date that the awarding body's rule does not allow.
    """
    checked = _checked(session, wanted)
    learner = session.get_one(Account, learner_account_id)
    if checked.email in verified_emails(session, learner_account_id):
        raise Problems([IsYourself()])
    _hold(session, learner_account_id)
    if running_with(session, learner_account_id, checked.email):
        raise Problems([AlreadyConnected(email=checked.email)])
    third_party = _third_party(session, checked.email)
    connection = Connection(
        learner_account_id=learner_account_id,
        third_party_account_id=third_party.id if third_party else None,
        third_party_name=checked.name,
        third_party_email=checked.email,
        initiated_by=InitiatedBy.STUDENT,
        expires_at=checked.expires_at,
        purpose=wanted.purpose.strip()[:300],
    )
    session.add(connection)
    session.flush()
    write_event(session, connection, ConnectionAct.ASKED, learner_account_id)
    tell_third_party_of_request(session, connection, learner, new_invitation(session, connection))
    return connection


def ask_learner(
    session: Session, third_party_id: int, learner_account_id: int, expiry_date: str, purpose: str
) -> Connection:
    """A third party asks a learner, who is told and decides.

    Raises:
        Problems: the date, or AlreadyConnected.
    """
    third_party = session.get_one(Account, third_party_id)
    _hold(session, learner_account_id)
    if running_with(session, learner_account_id, third_party.email):
        raise Problems([AlreadyConnected(email=third_party.email)])
    connection = Connection(
        learner_account_id=learner_account_id,
        third_party_account_id=third_party_id,
        third_party_name=f"{third_party.first_name} {third_party.last_name}".strip(),
        third_party_email=third_party.email,
        initiated_by=InitiatedBy.THIRD_PARTY,
        expires_at=check_day(awarding_body(session), read_day(expiry_date)),
        purpose=purpose.strip()[:300],
    )
    session.add(connection)
    session.flush()
    write_event(session, connection, ConnectionAct.ASKED, third_party_id)
    tell_learner_of_request(session, connection)
    return connection


def ask_again(session: Session, learner_account_id: int, connection_id: int) -> None:
    """Send a pending request once more; its earlier link stops working.

    Raises:
        NoSuchConnection: not the learner's.
        NotChangeable: it is no longer pending.
        TooSoonToAskAgain: it was sent less than an hour ago.
    """
    connection = own_connection(session, learner_account_id, connection_id, Side.LEARNER)
    pending = status_now(connection) == ConnectionStatus.PENDING
    if not pending or connection.initiated_by is not InitiatedBy.STUDENT:
        raise NotChangeable
    if _asked_lately(session, connection_id):
        raise TooSoonToAskAgain
    write_event(session, connection, ConnectionAct.ASKED_AGAIN, learner_account_id)
    learner = session.get_one(Account, learner_account_id)
    tell_third_party_of_request(session, connection, learner, new_invitation(session, connection))


def _checked(session: Session, wanted: Wanted) -> _Checked:
    body = awarding_body(session)
    found: list[DomainError] = []
    name = _or_note(found, lambda: clean_name(wanted.name, "name"))
    email = _or_note(found, lambda: normal_email(wanted.email))
    ends = _or_note(found, lambda: check_day(body, read_day(wanted.expiry_date)))
    if name is None or email is None or ends is None:
        raise Problems(found)
    return _Checked(name, email, ends)


def _or_note(found: list[DomainError], check: Callable[[], T]) -> T | None:
    try:
        return check()
    except DomainError as problem:
        found.append(problem)
        return None


def _hold(session: Session, learner_account_id: int) -> None:
    # Holds the learner's row, so that two tabs make one request.
    session.exec(
        update(Account)
        .where(col(Account.id) == learner_account_id)
        .values(language=Account.language)
        .execution_options(synchronize_session=False)
    )


def _third_party(session: Session, email: str) -> Account | None:
    account = account_with_email(session, email)
    return account if account and account.role is Role.THIRD_PARTY else None


def _asked_lately(session: Session, connection_id: int) -> bool:
    asked = (ConnectionAct.ASKED, ConnectionAct.ASKED_AGAIN)
    found = session.exec(
        select(ConnectionEvent.id).where(
            ConnectionEvent.connection_id == connection_id,
            col(ConnectionEvent.act).in_(asked),
            col(ConnectionEvent.at) > now() - ASK_AGAIN_AFTER,
        )
    ).first()
    return found is not None
