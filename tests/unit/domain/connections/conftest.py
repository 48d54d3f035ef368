"""A connection of Jane with Tracy, at every stage."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import write_now
from certify_app.domain.accounts.models import LoginSession
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.clock import now
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.may_open import Reader
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.request_connection import Wanted, request_connection
from certify_app.domain.connections.share_documents import Share, share_documents
from tests.people import Person, id_of


def day(days: int) -> str:
    return f"{now() + timedelta(days=days):%d/%m/%Y}"


@pytest.fixture
def pending(people, clock):
    wanted = Wanted("Tracy Trent", "tracy@example.org", day(30))
    return write_now(request_connection, people.jane.id, wanted)


@pytest.fixture
def active(people, pending):
    return write_now(answer_connection, people.tracy.id, pending.id, Side.THIRD_PARTY, True)


@pytest.fixture
def shared(people, active):
    """Jane's first certificate, to be viewed and downloaded."""
    share = Share(frozenset({id_of(people.jane.certificate)}), frozenset(), may_download=True)
    return write_now(share_documents, people.jane.id, active.id, share)


def reader(person: Person) -> Reader:
    """The person in a login session of their own."""

    def log_in(session: Session) -> int:
        open_session(session, person.id)
        session.flush()
        mine = select(LoginSession.id).where(LoginSession.account_id == person.id)
        return max(number or 0 for number in session.exec(mine))

    return Reader(person.id, write_now(log_in))
