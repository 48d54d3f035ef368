"""End a connection (guide 6.3.3): by the learner, or by a third party that leaves it."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.clock import now
from certify_app.domain.connections.errors import NotChangeable
from certify_app.domain.connections.models import ConnectionAct
from certify_app.domain.connections.move_connection import move_connection, status_now
from certify_app.domain.connections.queries import Side, own_connection
from certify_app.domain.connections.statuses import RUNNING, ConnectionStatus
from certify_app.domain.connections.tell import tell_cancelled


def cancel_connection(session: Session, account_id: int, connection_id: int, side: Side) -> None:
    """Everything shared is closed with the next click of an open viewer.

    Raises:
        NoSuchConnection: the account is not on this side of it.
        NotChangeable: it is over already.
    """
    connection = own_connection(session, account_id, connection_id, side)
    if status_now(connection) not in RUNNING:
        raise NotChangeable
    changes = {"ended_at": now(), "ended_by_id": account_id}
    act = ConnectionAct.CANCELLED
    if not move_connection(
        session, connection, ConnectionStatus.CANCELLED, act, account_id, **changes
    ):
        raise NotChangeable
    tell_cancelled(session, connection, side)
