"""Note which shares have run out, and warn of those that soon will."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.connections.models import Connection, ConnectionAct
from certify_app.domain.connections.move_connection import write_event
from certify_app.domain.connections.statuses import RUNNING, ConnectionStatus
from certify_app.domain.connections.tell import tell_ended, tell_ending

WARN_DAYS = (7, 1)
AT_ONCE = 200


def expire_connections(session: Session) -> int:
    """Note the end of shares that have run out; each side is told once."""
    over = session.exec(
        select(Connection)
        .where(col(Connection.status).in_(RUNNING), col(Connection.expires_at) <= now())
        .limit(AT_ONCE)
    ).all()
    return sum(_expire(session, connection) for connection in over)


def _expire(session: Session, connection: Connection) -> bool:
    before = connection.status
    moved = session.exec(
        update(Connection)
        .where(col(Connection.id) == connection.id, col(Connection.status) == before)
        .values(status=ConnectionStatus.EXPIRED, before_expiry=before, ended_at=now())
        .execution_options(synchronize_session=False)
    )
    if moved.rowcount != 1:
        return False
    session.refresh(connection)
    write_event(session, connection, ConnectionAct.EXPIRED, None)
    tell_ended(session, connection)
    return True


def warn_of_ends(session: Session) -> int:
    """Tell the learner 7 days and 1 day before a share ends, once each."""
    return sum(_warn(session, days) for days in WARN_DAYS)


def _warn(session: Session, days: int) -> int:
    soon = session.exec(
        select(Connection)
        .where(
            Connection.status == ConnectionStatus.ACTIVE,
            col(Connection.expires_at) > now(),
            col(Connection.expires_at) <= now() + timedelta(days=days),
            col(Connection.warned_days) > days,
        )
        .limit(AT_ONCE)
    ).all()
    for connection in soon:
        connection.warned_days = min(w for w in WARN_DAYS if _left(connection) <= timedelta(days=w))
        tell_ending(session, connection)
    session.flush()
    return len(soon)


def _left(connection: Connection) -> timedelta:
    return connection.expires_at - now()
