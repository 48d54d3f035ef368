"""What the receipt of a check says of a qualification's end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from certify_app.db.engine import read_now, write_now
from certify_app.domain.awards.models import Award
from certify_app.domain.connections.draw_receipt import _expiry
from certify_app.domain.connections.models import Connection
from certify_app.domain.connections.shelf import shared_by
from tests.clock import START
from tests.people import People, id_of


@pytest.mark.parametrize(
    ("expiry", "says"),
    [
        (None, "The qualification does not expire"),
        (START.date() + timedelta(days=1), "The qualification expires on 4 Feb 2027"),
        (START.date() - timedelta(days=1), "The qualification expired on 2 Feb 2027"),
    ],
)
def test_an_award_that_has_expired_is_said_to_have(
    people: People, shared: Connection, expiry: date | None, says: str
) -> None:
    def expires(session):
        session.get_one(Award, people.jane.awards[0].id).expiry_date = expiry

    write_now(expires)
    (group,) = read_now(shared_by, id_of(shared))
    assert _expiry(group) == says
