"""Documents and Badges: what is asked for comes from an address that anyone may type."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from certify_app.db.engine import Database
from certify_app.domain.awards.models import Qualification
from certify_app.state.portal.dashboard import Dashboard
from certify_app.state.portal.documents import Documents
from tests.people import People, give_award
from tests.state.acting import at


def test_search_order_and_page_are_read_from_the_address(people: People) -> None:
    async def visit() -> Documents:
        state = await at(Documents, people.jane, "/cy/documents?search=award&order=title&page=1")
        await state.load()  # type: ignore[operator]
        return state

    state = asyncio.run(visit())

    assert [row.qualification for row in state.awards] == ["Award in First Aid", "Award in Welding"]
    assert (state.search, state.order, state.found, state.total) == ("award", "title", 2, 3)
    assert state.address == "/cy/documents?search=award&order=title"


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-1",
        "page=99999",
        "page=9999999999999999",
        "page=x",
        "order=drop+table",
        "search=%00",
        "search=%ED%A0%80",
        "search=" + "x" * 5000,
    ],
)
def test_no_address_breaks_the_page(people: People, query: str) -> None:
    async def visit() -> Documents:
        state = await at(Documents, people.jane, f"/documents?{query}")
        await state.load()  # type: ignore[operator]
        return state

    state = asyncio.run(visit())

    assert state.total == 3
    assert state.page == 1
    assert state.order == "newest"


@pytest.mark.parametrize("wrong", [None, True, 10**30, "\x00", "\ud800", {"a": 1}, [[1]]])
def test_no_event_breaks_the_page(people: People, wrong: Any) -> None:
    async def visit() -> Documents:
        state = await at(Documents, people.jane, "/documents")
        await state.load()  # type: ignore[operator]
        await state.search_for(wrong)  # type: ignore[operator]
        await state.sort_by(wrong)  # type: ignore[operator]
        await state.go_previous()  # type: ignore[operator]
        await state.go_next()  # type: ignore[operator]
        return state

    state = asyncio.run(visit())

    assert (state.total, state.page, state.order) == (3, 1, "newest")


def test_each_learner_sees_their_own(people: People) -> None:
    async def visit(name: str) -> tuple[Documents, Dashboard]:
        person = getattr(people, name)
        documents = await at(Documents, person, "/documents")
        await documents.load()  # type: ignore[operator]
        dashboard = await at(Dashboard, person, "/dashboard")
        await dashboard.load()  # type: ignore[operator]
        return documents, dashboard

    for name, count in (("jane", 3), ("dave", 1), ("mallory", 0)):
        documents, dashboard = asyncio.run(visit(name))
        names = {row.name for row in (*documents.awards, *dashboard.latest)}
        assert len(names) == min(count, 1)
        assert (documents.total, dashboard.awards) == (count, count)


def test_eight_badges_come_first_and_all_when_asked_for(people: People, db: Database) -> None:
    with db.write() as session:
        care = session.exec(
            select(Qualification).where(Qualification.title == "Diploma in Adult Care")
        ).one()
        for number in range(10):
            give_award(session, people.dave, care, f"9{number:07d}-01-ABCDEF", date(2020, 1, 1))

    async def visit() -> tuple[int, int, str]:
        state = await at(Documents, people.dave, "/documents")
        await state.load()  # type: ignore[operator]
        first = len(state.badges)
        await state.show_all_badges()  # type: ignore[operator]
        return first, len(state.badges), state.summary

    assert asyncio.run(visit()) == (8, 11, "11 awards, 11 badges")
