"""Every move of a connection, legal or not, and many hands at once, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import product

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import read_now, write_now
from certify_app.domain.clock import now
from certify_app.domain.connections.cancel_connection import cancel_connection
from certify_app.domain.connections.errors import NotChangeable
from certify_app.domain.connections.models import Connection, ConnectionAct, ConnectionEvent
from certify_app.domain.connections.move_connection import move_connection
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.statuses import ConnectionStatus as Status
from certify_app.domain.machines import IllegalMove
from certify_app.domain.messages.models import Mail
from tests.people import People, id_of

LEGAL = {
    (Status.PENDING, Status.ACTIVE),
    (Status.PENDING, Status.REJECTED),
    (Status.PENDING, Status.CANCELLED),
    (Status.PENDING, Status.EXPIRED),
    (Status.ACTIVE, Status.CANCELLED),
    (Status.ACTIVE, Status.EXPIRED),
    (Status.EXPIRED, Status.PENDING),
    (Status.EXPIRED, Status.ACTIVE),
}


def put(connection: Connection, status: Status) -> None:
    def change(session: Session) -> None:
        session.get_one(Connection, connection.id).status = status

    write_now(change)


def fresh(connection: Connection) -> Connection:
    return read_now(lambda session: session.get_one(Connection, connection.id))


def events(connection: Connection) -> int:
    of = select(ConnectionEvent).where(ConnectionEvent.connection_id == connection.id)
    return len(read_now(lambda session: session.exec(of).all()))


def move(session: Session, connection_id: int, to: Status, actor_id: int) -> bool:
    connection = session.get_one(Connection, connection_id)
    later = {"expires_at": now() + timedelta(days=9)}
    return move_connection(session, connection, to, ConnectionAct.EXTENDED, actor_id, **later)


@pytest.mark.parametrize(("old", "new"), list(product(Status, Status)))
def test_a_connection_moves_as_the_table_says_and_no_other_way(
    people: People, pending: Connection, old: Status, new: Status
) -> None:
    put(pending, old)
    before = events(pending)
    if (old, new) in LEGAL:
        assert write_now(move, id_of(pending), new, people.jane.id)
        assert (fresh(pending).status, events(pending)) == (new, before + 1)
        return
    with pytest.raises(IllegalMove):
        write_now(move, id_of(pending), new, people.jane.id)
    assert (fresh(pending).status, events(pending)) == (old, before)


def test_twenty_cancels_at_once_cancel_once_and_tell_once(
    people: People, active: Connection
) -> None:
    def cancel(number: int) -> bool:
        who, side = (people.jane, Side.LEARNER) if number % 2 else (people.tracy, Side.THIRD_PARTY)
        try:
            write_now(cancel_connection, who.id, id_of(active), side)
        except NotChangeable:
            return False
        return True

    before = events(active)
    with ThreadPoolExecutor(20) as clicks:
        assert sum(clicks.map(cancel, range(20))) == 1
    assert (fresh(active).status, events(active)) == (Status.CANCELLED, before + 1)
    told = select(Mail).where(Mail.kind.in_(["share_withdrawn", "access_news"]))  # type: ignore[attr-defined]
    assert len(read_now(lambda session: session.exec(told).all())) == 1
