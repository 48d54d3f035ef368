"""The console's lists as its screens meet them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from certify_app.state.console.awards import AwardList
from certify_app.state.console.learners import LearnerList
from tests.people import People
from tests.state.acting import at


def seen(people: People, address: str, *acts: tuple[str, Any], state: Any = LearnerList) -> Any:
    async def visit() -> Any:
        page = await at(state, people.olwen, address)
        await page.load()
        for handler, value in acts:
            result = getattr(page, handler)(*([] if value is None else [value]))
            if result is not None:
                await result
        return page

    return asyncio.run(visit())


def names(page: Any) -> list[str]:
    return [row.cells[0] for row in page.rows]


def test_learners_come_by_last_name_with_what_is_known_of_them(people: People) -> None:
    page = seen(people, "/console/learners")
    assert names(page) == ["Jane Doe", "Dave O’Neill-Łyś", "Nia Siôn"]
    assert page.rows[0].cells[1:6] == ("TA-100001", "jane@example.org", "", "3", "registered")
    assert page.view.showing == "Showing 1 - 3 of 3"
    assert page.view.address == "/console/learners"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ja", ["Jane Doe"]),
        ("o'neill lys dave", []),
        ("oneill", ["Dave O’Neill-Łyś"]),
        ("TA-100003", ["Nia Siôn"]),
        ("dave@ex", ["Dave O’Neill-Łyś"]),
        ("jane doe", ["Jane Doe"]),
        ("jane oneill", []),
        ("zebra", []),
        ("%", []),
    ],
)
def test_the_beginnings_of_words_find(people: People, words: str, found: list[str]) -> None:
    assert names(seen(people, "/console/learners", ("search_for", words))) == found


def test_filters_stand_in_the_address_and_can_be_taken_off(people: People) -> None:
    page = seen(people, "/console/learners?account=unregistered&search=ni")
    assert names(page) == ["Nia Siôn"]
    assert page.chips == [("account", "Account: Not registered")]
    page = seen(people, "/console/learners?account=unregistered", ("remove_filter", "account"))
    assert len(page.rows) == 3
    assert page.view.address == "/console/learners"


def test_a_day_that_is_none_is_named_and_filters_nothing(people: People) -> None:
    form = {"created-from": "31/02/2026", "account": "registered"}
    page = seen(people, "/console/learners", ("filter_by", form))
    assert page.errors == {"created-from": "Enter a date such as 27/03/2027"}
    assert len(page.rows) == 3


def test_awards_are_found_by_any_of_their_words(people: People) -> None:
    for words in ("10643835", "jane 601/0001/1", "TA-100001 601/0001", "d1643835-01-3d"):
        page = seen(people, "/console/awards", ("search_for", words), state=AwardList)
        assert [row.cells[2] for row in page.rows] == ["10643835-01-3DCE7K"], words
    assert page.rows[0].cells[6] == "valid"


def test_pages_go_on_and_back_by_their_edges(people: People, monkeypatch: Any) -> None:
    monkeypatch.setattr("certify_app.state.console.listing.SIZES", (2, 20))
    first = seen(people, "/console/awards?sort=name&dir=asc&size=2", state=AwardList)
    assert len(first.rows) == 2
    second = seen(
        people, "/console/awards?sort=name&dir=asc&size=2", ("go_next", None), state=AwardList
    )
    assert second.view.showing == "Showing 3 - 4 of 5"
    bookmarked = seen(people, second.view.address, state=AwardList)
    assert bookmarked.rows == second.rows
    back = seen(people, second.view.address, ("go_previous", None), state=AwardList)
    assert back.rows == first.rows
    gone = seen(people, "/console/awards?page=9&after=999999&size=2", state=AwardList)
    assert gone.view.page == 1
    assert len(gone.rows) == 2


@pytest.mark.parametrize(
    "address",
    [
        "/console/learners?sort=password_hash&dir=x&size=1000000&page=-1&after=x&before=%00",
        "/console/learners?organisation=1%20OR%201=1&account=zebra&created-from=x",
        "/console/learners?search=%00%F0%9F&page=2&after=99999999999999",
    ],
)
def test_an_address_of_nonsense_shows_the_first_page(people: People, address: str) -> None:
    page = seen(people, address)
    assert page.view.page == 1
    assert page.view.size == "20"


def test_rows_are_ticked_one_by_one_and_by_the_page(people: People) -> None:
    page = seen(people, "/console/learners", ("choose_page", None))
    assert len(page.chosen) == 3
    page.choose(page.chosen[0])
    assert len(page.chosen) == 2
    page.choose("999999")
    assert len(page.chosen) == 2
    page.choose_none()
    assert page.chosen == []
