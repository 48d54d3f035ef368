"""Accept or reject a request for a connection."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.clock import now
from certify_app.domain.connections.errors import NotAnswerable
from certify_app.domain.connections.models import Connection, ConnectionAct
from certify_app.domain.connections.move_connection import move_connection, status_now
from certify_app.domain.connections.queries import Side, own_connection
from certify_app.domain.connections.statuses import ConnectionStatus, InitiatedBy
from certify_app.domain.connections.tell import tell_answer

ANSWERS = {
    True: (ConnectionStatus.ACTIVE, ConnectionAct.ACCEPTED),
    False: (ConnectionStatus.REJECTED, ConnectionAct.REJECTED),
}
ANSWERED_BY = {InitiatedBy.STUDENT: Side.THIRD_PARTY, InitiatedBy.THIRD_PARTY: Side.LEARNER}


def answer_connection(
    session: Session, account_id: int, connection_id: int, side: Side, accept: bool
) -> Connection:
    """The side that was asked accepts or rejects, once.

    Raises:
        NoSuchConnection: the account is not on this side of it.
        NotAnswerable: not pending any more, run out, or asked by this very side.
    """
    connection = own_connection(session, account_id, connection_id, side)
    pending = status_now(connection) == ConnectionStatus.PENDING
    if not pending or ANSWERED_BY[connection.initiated_by] != side:
        raise NotAnswerable
    to, act = ANSWERS[accept]
    changes = {"answered_at": now(), "before_expiry": to}
    if not move_connection(session, connection, to, act, account_id, **changes):
        raise NotAnswerable
    tell_answer(session, connection, side, accept)
    return connection
