"""Connections, always by one of their two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, func, select

from certify_app.domain.accounts.models import Account
from certify_app.domain.clock import now
from certify_app.domain.connections.errors import NoSuchConnection
from certify_app.domain.connections.models import (
    Connection,
    Extension,
    SharedBadge,
    SharedDocument,
)
from certify_app.domain.connections.move_connection import is_over, is_running
from certify_app.domain.connections.statuses import (
    EXTENDABLE,
    RUNNING,
    ConnectionStatus,
    ExtensionStatus,
    InitiatedBy,
)
from certify_app.domain.messages.models import Mail, MailStatus
from certify_app.domain.third_parties.models import ThirdParty

PAGE_SIZES = (10, 20, 50, 100)


class Side(StrEnum):
    """Whose connections: the learner's own, or those a third party is in."""

    LEARNER = "learner"
    THIRD_PARTY = "third_party"


class Tab(StrEnum):
    ACTIVE = "active"
    INACTIVE = "inactive"


@dataclass(frozen=True)
class Filter:
    """What a list is narrowed to; None and "" leave it as it is. Days are inclusive."""

    search: str = ""
    status: ConnectionStatus | None = None
    initiated_by: InitiatedBy | None = None
    ends_from: datetime | None = None
    ends_to: datetime | None = None


@dataclass(frozen=True)
class Listed:
    """A row: the connection, its other side, and how many documents and badges it shares.

    A third party sees the email of a learner it asked once the learner has accepted.
    `refused`: the receiving server refused the last mail with the request.
    """

    connection: Connection
    student_name: str
    student_email: str
    organisation: str
    shared: int
    extension: Extension | None
    refused: bool = False


def own_connection(session: Session, account_id: int, connection_id: int, side: Side) -> Connection:
    """
    Raises:
        NoSuchConnection: the account is not on this side of it.
    """
    found = session.exec(
        select(Connection).where(Connection.id == connection_id, _side(account_id, side))
    ).first()
    if found is None:
        raise NoSuchConnection
    return found


def list_connections(
    session: Session,
    account_id: int,
    side: Side,
    tab: Tab,
    narrowed: Filter = Filter(),
    page: int = 1,
    size: int = PAGE_SIZES[0],
) -> tuple[Sequence[Listed], int]:
    """One page of a tab, those ending first on top, and how many there are in all."""
    which = [_side(account_id, side), is_running() if tab is Tab.ACTIVE else is_over()]
    which += _matches(narrowed, side)
    total = session.exec(select(func.count()).select_from(Connection).join(*_student).where(*which))
    ends: Any = col(Connection.expires_at)
    if tab is Tab.INACTIVE:
        ends = func.coalesce(col(Connection.ended_at), col(Connection.answered_at), ends).desc()
    rows = session.exec(
        _rows()
        .where(*which)
        .order_by(ends, col(Connection.id))
        .limit(size)
        .offset((page - 1) * size)
    ).all()
    return [_listed(session, *row) for row in rows], total.one()


def find_listed(session: Session, account_id: int, connection_id: int, side: Side) -> Listed:
    """
    Raises:
        NoSuchConnection: the account is not on this side of it.
    """
    its_own = col(Connection.id) == connection_id
    row = session.exec(_rows().where(its_own, _side(account_id, side))).first()
    if row is None:
        raise NoSuchConnection
    return _listed(session, *row)


def waiting_for(session: Session, account_id: int) -> list[Listed]:
    """What third parties asked this learner: connections, and more time for others."""
    wishes = select(Extension.connection_id).where(Extension.status == ExtensionStatus.WAITING)
    asked = (
        (col(Connection.initiated_by) == InitiatedBy.THIRD_PARTY)
        & (col(Connection.status) == ConnectionStatus.PENDING)
        & is_running()
    )
    extendable = col(Connection.status).in_(EXTENDABLE) & col(Connection.id).in_(wishes)
    rows = session.exec(
        _rows()
        .where(_side(account_id, Side.LEARNER), asked | extendable)
        .order_by(col(Connection.expires_at))
        .limit(20)
    ).all()
    return [_listed(session, *row) for row in rows]


def count_running(session: Session, account_id: int) -> int:
    """A learner's active connections."""
    mine = _side(account_id, Side.LEARNER)
    active = col(Connection.status) == ConnectionStatus.ACTIVE
    found = select(func.count()).select_from(Connection).where(mine, active, is_running())
    return session.exec(found).one()


def running_with(session: Session, account_id: int, email: str) -> Connection | None:
    """The learner's pending or active connection with this email."""
    return session.exec(
        select(Connection).where(
            Connection.learner_account_id == account_id,
            Connection.third_party_email == email,
            is_running(),
        )
    ).first()


def waiting_extension(session: Session, connection_id: int) -> Extension | None:
    return session.exec(
        select(Extension).where(
            Extension.connection_id == connection_id, Extension.status == ExtensionStatus.WAITING
        )
    ).first()


_student = (Account, col(Account.id) == Connection.learner_account_id)


def _rows() -> Any:
    works_for = col(ThirdParty.account_id) == Connection.third_party_account_id
    return (
        select(Connection, Account, ThirdParty.organisation)
        .join(*_student)
        .outerjoin(ThirdParty, works_for)
    )


def _listed(
    session: Session, row: Connection, student: Account, organisation: str | None
) -> Listed:
    assert row.id
    shared = _count(session, SharedDocument, row.id) + _count(session, SharedBadge, row.id)
    knows = row.initiated_by is InitiatedBy.STUDENT or ConnectionStatus.ACTIVE in (
        row.status,
        row.before_expiry,
    )
    return Listed(
        connection=row,
        student_name=f"{student.first_name} {student.last_name}".strip(),
        student_email=student.email if knows else "",
        organisation=organisation or "",
        shared=shared,
        extension=waiting_extension(session, row.id),
        refused=_is_refused(session, row),
    )


def _is_refused(session: Session, row: Connection) -> bool:
    """Whether the newest mail with a request that still waits could not be delivered."""
    if row.status is not ConnectionStatus.PENDING or row.initiated_by is not InitiatedBy.STUDENT:
        return False
    newest = (
        select(Mail.status)
        .where(
            Mail.to == row.third_party_email,
            Mail.kind == "connection_request",
            Mail.created_at >= row.created_at,
        )
        .order_by(col(Mail.id).desc())
    )
    return session.exec(newest).first() is MailStatus.FAILED


def _count(session: Session, table: type[SharedDocument] | type[SharedBadge], id_: int) -> int:
    of = select(func.count()).select_from(table).where(table.connection_id == id_)
    return session.exec(of).one()


def _side(account_id: int, side: Side) -> Any:
    column = {
        Side.LEARNER: Connection.learner_account_id,
        Side.THIRD_PARTY: Connection.third_party_account_id,
    }[side]
    return col(column) == account_id


def _matches(narrowed: Filter, side: Side) -> list[Any]:
    found = [*_named(narrowed.search, side)]
    if narrowed.status:
        found.append(_has_status(narrowed.status))
    if narrowed.initiated_by:
        found.append(col(Connection.initiated_by) == narrowed.initiated_by)
    if narrowed.ends_from:
        found.append(col(Connection.expires_at) >= narrowed.ends_from)
    if narrowed.ends_to:
        found.append(col(Connection.expires_at) <= narrowed.ends_to)
    return found


def _has_status(status: ConnectionStatus) -> Any:
    """The status this moment, as `status_now` says it."""
    noted = col(Connection.status) == status
    if status is ConnectionStatus.EXPIRED:
        ran_out = col(Connection.status).in_(RUNNING) & (col(Connection.expires_at) <= now())
        return noted | ran_out
    return noted & is_running() if status in RUNNING else noted


def _named(search: str, side: Side) -> list[Any]:
    """Beginnings of a name's words or of an email of the other side."""
    term = search.strip().lower()
    if not term:
        return []
    for special in ("\\", "%", "_"):
        term = term.replace(special, f"\\{special}")
    if side is Side.LEARNER:
        name, email = col(Connection.third_party_name), col(Connection.third_party_email)
        return [_begins(name, term) | email.like(f"{term}%", escape="\\")]
    return [_begins(col(Account.first_name) + " " + col(Account.last_name), term)]


def _begins(name: Any, term: str) -> Any:
    lowered = func.lower(name)
    words = lowered.like(f"% {term}%", escape="\\")
    return lowered.like(f"{term}%", escape="\\") | words
