"""The third party's list narrowed by Filter, as the learner's is."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from certify_app.db.engine import write_now
from certify_app.domain.clock import now
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.request_connection import (
    Wanted,
    ask_learner,
    request_connection,
)
from certify_app.state.third_party.connections import StudentConnections
from tests.people import People, id_of
from tests.state.acting import at


def test_filters_narrow_stand_in_the_address_and_are_taken_off(people: People) -> None:
    until = f"{now() + timedelta(days=30):%d/%m/%Y}"
    wanted = Wanted("Tracy Trent", "tracy@example.org", until)
    hers = write_now(request_connection, people.jane.id, wanted)
    write_now(answer_connection, people.tracy.id, id_of(hers), Side.THIRD_PARTY, True)
    write_now(ask_learner, people.tracy.id, people.dave.id, until, "")

    async def visit() -> StudentConnections:
        state = await at(StudentConnections, people.tracy, "/third-party")
        await state.load()  # type: ignore[operator]
        assert state.found == 2
        state.open_filter()  # type: ignore[operator]
        assert state.filter_open
        await state.apply_filter({"status": "active", "ends_from": "x"})  # type: ignore[operator]
        assert (state.found, state.filter_open) == (1, False)
        assert [row.student for row in state.rows] == ["Jane Doe"]
        assert "status=active" in state.address
        await state.remove_filter("no such")  # type: ignore[operator]
        await state.remove_filter("status")  # type: ignore[operator]
        assert state.found == 2
        await state.apply_filter({"initiated_by": "third_party"})  # type: ignore[operator]
        assert [row.student for row in state.rows] == ["Dave O’Neill-Łyś"]
        await state.clear_filters()  # type: ignore[operator]
        state.open_filter()  # type: ignore[operator]
        state.close_filter()  # type: ignore[operator]
        return state

    state = asyncio.run(visit())
    assert (state.found, state.chips, state.filter_open) == (2, [], False)
