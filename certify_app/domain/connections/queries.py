"""Connections, always by one of their two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, func, select

from certify_app.domain.connections.errors import NoSuchConnection
from certify_app.domain.connections.models import (
    Connection,
    Extension,
    SharedBadge,
    SharedDocument,
)
from certify_app.domain.connections.move_connection import is_over, is_running
from certify_app.domain.connections.statuses import ExtensionStatus

PAGE_SIZES = (10, 20, 50, 100)


class Side(StrEnum):
    """Whose connections: the learner's own, or those a third party is in."""

    LEARNER = "learner"
    THIRD_PARTY = "third_party"


class Tab(StrEnum):
    ACTIVE = "active"
    INACTIVE = "inactive"


@dataclass(frozen=True)
class Listed:
    """A row of the list: the connection, and how many documents and badges it shares."""

    connection: Connection
    shared: int
    extension: Extension | None


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
    search: str = "",
    page: int = 1,
    size: int = PAGE_SIZES[0],
) -> tuple[Sequence[Listed], int]:
    """One page of a tab, those ending first on top, and how many there are in all."""
    which = [_side(account_id, side), is_running() if tab is Tab.ACTIVE else is_over()]
    which += _matches(search)
    total = session.exec(select(func.count()).select_from(Connection).where(*which)).one()
    ends = col(Connection.expires_at)
    rows = session.exec(
        select(Connection)
        .where(*which)
        .order_by(ends if tab is Tab.ACTIVE else ends.desc(), col(Connection.id))
        .limit(size)
        .offset((page - 1) * size)
    ).all()
    return [_listed(session, row) for row in rows], total


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


def _listed(session: Session, row: Connection) -> Listed:
    assert row.id
    shared = _count(session, SharedDocument, row.id) + _count(session, SharedBadge, row.id)
    return Listed(row, shared, waiting_extension(session, row.id))


def _count(session: Session, table: type[SharedDocument] | type[SharedBadge], id_: int) -> int:
    of = select(func.count()).select_from(table).where(table.connection_id == id_)
    return session.exec(of).one()


def _side(account_id: int, side: Side) -> Any:
    column = {
        Side.LEARNER: Connection.learner_account_id,
        Side.THIRD_PARTY: Connection.third_party_account_id,
    }[side]
    return col(column) == account_id


def _matches(search: str) -> list[Any]:
    term = search.strip().lower()
    if not term:
        return []
    for special in ("\\", "%", "_"):
        term = term.replace(special, f"\\{special}")
    name = func.lower(col(Connection.third_party_name))
    return [
        name.like(f"{term}%", escape="\\")
        | name.like(f"% {term}%", escape="\\")
        | col(Connection.third_party_email).like(f"{term}%", escape="\\")
    ]
