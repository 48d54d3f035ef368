"""The one place that moves a connection; every move writes an event."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, or_, update

from certify_app.domain.clock import now
from certify_app.domain.connections.models import Connection, ConnectionAct, ConnectionEvent
from certify_app.domain.connections.statuses import CONNECTION, RUNNING, ConnectionStatus


def move_connection(
    session: Session,
    connection: Connection,
    to: ConnectionStatus,
    act: ConnectionAct,
    actor_id: int | None,
    **changes: Any,
) -> bool:
    """Move from the status seen, and only if the share has not ended meanwhile.

    False when somebody else moved it first: then nothing was changed.

    Raises:
        IllegalMove: the table has no such move.
    """
    old = status_now(connection)
    CONNECTION.check(old, to)
    still = col(Connection.status) == connection.status
    if old in RUNNING and to != ConnectionStatus.EXPIRED:
        still &= col(Connection.expires_at) > now()
    moved = session.exec(
        update(Connection)
        .where(col(Connection.id) == connection.id, still)
        .values(status=to, **changes)
        .execution_options(synchronize_session=False)
    )
    if moved.rowcount != 1:
        return False
    session.refresh(connection)
    write_event(session, connection, act, actor_id)
    return True


def status_now(connection: Connection, at: datetime | None = None) -> ConnectionStatus:
    """The status this moment: one that ran out is expired, noted so or not."""
    if connection.status in RUNNING and connection.expires_at <= (at or now()):
        return ConnectionStatus.EXPIRED
    return connection.status


def write_event(
    session: Session,
    connection: Connection,
    act: ConnectionAct,
    actor_id: int | None,
    note: str = "",
    document_id: int | None = None,
    badge_id: int | None = None,
) -> None:
    assert connection.id
    session.add(
        ConnectionEvent(
            connection_id=connection.id,
            act=act,
            actor_id=actor_id,
            note=note[:300],
            document_id=document_id,
            badge_id=badge_id,
        )
    )


def is_running() -> Any:
    """The SQL of a connection that is pending or active and has not run out."""
    return col(Connection.status).in_(RUNNING) & (col(Connection.expires_at) > now())


def is_over() -> Any:
    return or_(col(Connection.status).not_in(RUNNING), col(Connection.expires_at) <= now())
