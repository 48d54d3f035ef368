"""A request whose mail the receiving server refuses says so to the learner."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, select

from certify_app.db.engine import read_now, write_now
from certify_app.domain.clock import now
from certify_app.domain.connections.models import Connection
from certify_app.domain.connections.queries import Listed, Side, Tab, list_connections
from certify_app.domain.connections.request_connection import ask_again
from certify_app.domain.messages import mark_mail
from certify_app.domain.messages.models import Mail
from certify_app.state.portal.connection_rows import connection_row
from tests.clock import HeldClock
from tests.people import People, id_of


def listed(people: People) -> Listed:
    (row,), _total = read_now(list_connections, people.jane.id, Side.LEARNER, Tab.ACTIVE)
    return row


def newest_mail() -> int:

    of = select(Mail.id).order_by(col(Mail.id).desc())
    return read_now(lambda session: session.exec(of).first()) or 0


def test_a_refused_mail_is_said_and_one_that_is_tried_again_is_not(
    people: People, pending: Connection
) -> None:
    assert not listed(people).refused
    write_now(mark_mail.failed, newest_mail(), "451 later", False)
    assert not listed(people).refused
    write_now(mark_mail.failed, newest_mail(), "550 no such user", True)
    assert connection_row(listed(people)).refused == "The mail to tracy@example.org was refused."


def test_a_request_that_is_sent_again_is_hoped_for_anew(
    people: People, pending: Connection, clock: HeldClock
) -> None:
    write_now(mark_mail.failed, newest_mail(), "550 no such user", True)
    clock.set(now() + timedelta(hours=1, seconds=1))
    write_now(ask_again, people.jane.id, id_of(pending))
    assert not listed(people).refused
