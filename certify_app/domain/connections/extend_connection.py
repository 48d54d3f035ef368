"""More time (guide 6.3.2): the learner sets a date at once, a third party asks for one."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, update

from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.connections.errors import (
    AlreadyConnected,
    DateNotLater,
    NoSuchConnection,
    NotAnswerable,
    NotChangeable,
)
from certify_app.domain.connections.models import Connection, ConnectionAct, Extension
from certify_app.domain.connections.move_connection import status_now, write_event
from certify_app.domain.connections.queries import (
    Side,
    own_connection,
    running_with,
    waiting_extension,
)
from certify_app.domain.connections.share_end import check_day, day_of, read_day
from certify_app.domain.connections.statuses import EXTENDABLE, EXTENSION, ExtensionStatus
from certify_app.domain.connections.tell import tell_extended, tell_extension_answer, tell_wish
from certify_app.locales.dates import day as say_day


def extend_connection(
    session: Session, account_id: int, connection_id: int, typed_day: object
) -> Connection:
    """The learner's new end of a share; an expired one is again what it was before.

    Raises:
        NoSuchConnection, NotChangeable (rejected or cancelled)
        DateMissing, DateInThePast, DateTooFar, DateNotLater
    """
    connection = own_connection(session, account_id, connection_id, Side.LEARNER)
    until = _later(session, connection, typed_day)
    _extend(session, connection, until, account_id)
    return connection


def check_extension(
    session: Session, account_id: int, connection_id: int, side: Side, typed_day: object
) -> datetime:
    """The end that would be set; changes nothing.

    Raises:
        As `extend_connection` and `wish_extension` do.
    """
    return _later(session, own_connection(session, account_id, connection_id, side), typed_day)


def wish_extension(
    session: Session, account_id: int, connection_id: int, typed_day: object, reason: str = ""
) -> Extension:
    """A third party's wish; a newer one takes the place of one not yet answered.

    Raises:
        NoSuchConnection, NotChangeable, and what a date may be.
    """
    connection = own_connection(session, account_id, connection_id, Side.THIRD_PARTY)
    until = _later(session, connection, typed_day)
    assert connection.id
    if earlier := waiting_extension(session, connection.id):
        _close(session, earlier, ExtensionStatus.ENDED)
    wish = Extension(connection_id=connection.id, wished_until=until, reason=reason.strip()[:300])
    session.add(wish)
    write_event(session, connection, ConnectionAct.EXTENSION_ASKED, account_id)
    tell_wish(session, connection, wish)
    return wish


def answer_extension(
    session: Session, account_id: int, extension_id: int, approve: bool
) -> Connection:
    """The learner approves or declines what a third party wished.

    Raises:
        NoSuchConnection: not a wish to this learner.
        NotAnswerable: answered already, or the connection is over.
    """
    wish = session.get(Extension, extension_id)
    if wish is None:
        raise NoSuchConnection
    connection = own_connection(session, account_id, wish.connection_id, Side.LEARNER)
    to = ExtensionStatus.APPROVED if approve else ExtensionStatus.DECLINED
    if not EXTENSION.allows(wish.status, to) or not _close(session, wish, to):
        raise NotAnswerable
    if approve:
        _approve(session, connection, wish, account_id)
    else:
        write_event(session, connection, ConnectionAct.EXTENSION_DECLINED, account_id)
    tell_extension_answer(session, connection, approve)
    return connection


def _approve(session: Session, connection: Connection, wish: Extension, account_id: int) -> None:
    if status_now(connection) not in EXTENDABLE or wish.wished_until <= now():
        raise NotAnswerable
    _extend(session, connection, wish.wished_until, account_id)


def _later(session: Session, connection: Connection, typed_day: object) -> datetime:
    if status_now(connection) not in EXTENDABLE:
        raise NotChangeable
    until = check_day(awarding_body(session), read_day(typed_day))
    if until <= connection.expires_at:
        raise DateNotLater(present=say_day(day_of(connection.expires_at)))
    return until


def _extend(session: Session, connection: Connection, until: datetime, account_id: int) -> None:
    _refuse_a_second(session, connection)
    back_to = connection.before_expiry
    extended = session.exec(
        update(Connection)
        .where(
            col(Connection.id) == connection.id,
            col(Connection.status).in_(EXTENDABLE),
            col(Connection.expires_at) < until,
        )
        .values(status=back_to, expires_at=until, warned_days=99, ended_at=None)
        .execution_options(synchronize_session=False)
    )
    if extended.rowcount != 1:
        raise NotChangeable
    session.refresh(connection)
    note = day_of(until).isoformat()
    write_event(session, connection, ConnectionAct.EXTENDED, account_id, note)
    tell_extended(session, connection)


def _refuse_a_second(session: Session, connection: Connection) -> None:
    """One that has ended does not come back beside a newer one with the same email."""
    email = connection.third_party_email
    running = running_with(session, connection.learner_account_id, email)
    if running and running.id != connection.id:
        raise AlreadyConnected(email=email)


def _close(session: Session, wish: Extension, to: ExtensionStatus) -> bool:
    closed = session.exec(
        update(Extension)
        .where(col(Extension.id) == wish.id, col(Extension.status) == ExtensionStatus.WAITING)
        .values(status=to, answered_at=now())
        .execution_options(synchronize_session=False)
    )
    return closed.rowcount == 1
