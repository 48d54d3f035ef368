"""Your data as its page shows it, also in Welsh and to who has nothing."""

from __future__ import annotations

import asyncio

from certify_app.db.engine import Database, write_now
from certify_app.domain.own_data.answer_erasure import refuse_erasure
from certify_app.domain.own_data.ask_erasure import file_request
from certify_app.jobs.worker import Worker
from certify_app.state.portal.profile_own_data import ProfileOwnData
from tests.people import PASSWORD, People, id_of
from tests.state.acting import at


def test_a_copy_is_asked_once_and_offered_when_it_is_ready(people: People, db: Database) -> None:
    async def visit() -> ProfileOwnData:
        state = await at(ProfileOwnData, people.jane, "/profile?tab=your-data")
        await state.export()  # type: ignore[operator]
        assert state.copy_of.status == "running"
        await state.export()  # type: ignore[operator]
        assert state.problem == "Your copy is being made already. Wait until it is ready."
        await asyncio.to_thread(Worker(db).work_off)
        await state.load()  # type: ignore[operator]
        return state

    state = asyncio.run(visit())
    assert (state.copy_of.status, state.problem) == ("ready", "")
    assert state.copy_of.file.startswith("/api/profile/exports/")


def test_what_is_wrong_is_said_at_the_password_and_a_refusal_is_told(people: People) -> None:
    async def visit() -> ProfileOwnData:
        state = await at(ProfileOwnData, people.mallory, "/profile?tab=your-data")
        for form in ({}, {"erasure_password": "no"}):
            await state.ask_erasure(form)  # type: ignore[operator]
            assert state.errors["erasure_password"]
        await state.ask_erasure({"erasure_password": PASSWORD})  # type: ignore[operator]
        assert (state.errors, state.erasure.waits) == ({}, True)
        await state.withdraw()  # type: ignore[operator]
        assert not state.erasure.waits
        await state.withdraw()  # type: ignore[operator]
        assert state.problem
        asked = await asyncio.to_thread(write_now, file_request, people.mallory.id, "")
        await asyncio.to_thread(write_now, refuse_erasure, id_of(asked), "Not yet.")
        await state.load()  # type: ignore[operator]
        return state

    assert asyncio.run(visit()).erasure.said == "Your last request was refused: Not yet."
