"""What the viewer's State makes of clicks, and of what no click could send."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from certify_app.db.engine import Database, read_now
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.documents.models import Document
from certify_app.state.portal.viewer import Viewer
from tests.clock import HeldClock
from tests.people import People, Person
from tests.state.acting import at

HERS = "/documents/10643835-01-3DCE7K"


def seen(
    person: Person, address: str, act: Callable[[Viewer], Awaitable[Any]] | None = None
) -> tuple[Viewer, Any]:
    """The State after the page was opened and something done; and what that answered."""

    async def visit() -> tuple[Viewer, Any]:
        viewer = await at(Viewer, person, address)
        await viewer.load()  # type: ignore[operator]
        return viewer, await act(viewer) if act else None

    return asyncio.run(visit())


async def printed(viewer: Viewer, form: Any) -> None:
    async for _update in viewer.print_pages(form):  # type: ignore[operator]
        pass


def kept(people: People) -> Document:
    return read_now(lambda session: session.get_one(Document, people.jane.certificate.id))


def test_the_certificate_opens_first_and_is_not_counted(people: People) -> None:
    viewer, _ = seen(people.jane, HERS)

    assert viewer.src == "/api/documents/D1643835-01-3DCE7K/view.pdf"
    assert [row.kind for row in viewer.papers] == ["Certificate", "Unit certificate", "Letter"]
    assert kept(people).downloads == 0


def test_a_welsh_page_leads_to_welsh_pages(people: People) -> None:
    viewer, _ = seen(people.jane, f"/cy{HERS}")

    assert viewer.award.href == f"/cy{HERS}"


@pytest.mark.parametrize(
    "address",
    [HERS, "/documents/", "/documents/%00", "/documents/..%2F..", "/documents/' OR 1=1 --"],
)
def test_nobody_else_finds_it_and_no_address_breaks(people: People, address: str) -> None:
    for person in (people.dave, people.mallory):
        viewer, _ = seen(person, address)
        assert viewer.missing
        assert (viewer.src, viewer.papers, viewer.award.name) == ("", [], "")


def test_only_a_document_of_this_award_can_be_chosen(people: People) -> None:
    async def choose(viewer: Viewer) -> None:
        for other in (people.dave.certificate.reference, people.jane.documents[3].reference):
            await viewer.choose(other)  # type: ignore[operator]
        for wrong in (None, 1, {"a": 1}, ["x"], "x" * 10_000):
            await viewer.choose(wrong)  # type: ignore[operator]

    viewer, _ = seen(people.jane, HERS, choose)

    assert viewer.chosen.reference == "D1643835-01-3DCE7K"


def test_a_second_click_within_two_seconds_is_no_second_download(
    people: People, clock: HeldClock
) -> None:
    async def click(viewer: Viewer) -> list[bool]:
        answers = [await viewer.download(), await viewer.download()]  # type: ignore[operator]
        clock.move(seconds=2)
        answers.append(await viewer.download())  # type: ignore[operator]
        return [answer is not None for answer in answers]

    viewer, answers = seen(people.jane, HERS, click)

    assert answers == [True, False, True]
    assert viewer.chosen.downloads == "1 of 3 downloads left"
    assert kept(people).downloads == 2


def test_at_the_limit_the_way_to_more_is_offered(people: People, clock: HeldClock) -> None:
    async def use_up(viewer: Viewer) -> None:
        for _each in range(4):
            await viewer.download()  # type: ignore[operator]
            clock.move(minutes=1)

    viewer, _ = seen(people.jane, HERS, use_up)

    assert viewer.problem == "You have used all 3 downloads of this document"
    assert viewer.limit_of == "download"
    assert kept(people).downloads == 3


@pytest.mark.parametrize("form", [{"pages": "7"}, {"pages": "one"}, {"pages": "1" * 5000}])
def test_wrong_pages_are_told_at_the_field_and_not_counted(
    people: People, form: dict[str, str]
) -> None:
    viewer, _ = seen(people.jane, HERS, lambda v: printed(v, form))

    assert viewer.print_errors == {
        "pages": "This document has one page. Leave it empty to print it"
    }
    assert viewer.print_url == ""
    assert kept(people).prints == 0


@pytest.mark.parametrize("form", [{"pages": "1"}, {"pages": " "}, {}, None, [], "x", 7])
def test_a_print_is_counted_once_and_its_page_is_loaded(people: People, form: Any) -> None:
    viewer, _ = seen(people.jane, HERS, lambda v: printed(v, form))

    assert viewer.print_url.startswith("/api/documents/print/")
    assert kept(people).prints == 1
    assert kept(people).downloads == 0


def test_what_cannot_be_drawn_is_told_and_not_counted(people: People, db: Database) -> None:
    with db.write() as session:
        session.get_one(Award, people.jane.awards[0].id).awarded_name = "Jane \U0001f600"

    viewer, answer = seen(people.jane, HERS, lambda v: v.download())  # type: ignore[operator]

    assert "cannot be printed" in viewer.problem
    assert answer is None
    assert kept(people).downloads == 0


def test_a_revoked_award_is_not_given_out_by_any_handler(people: People, db: Database) -> None:
    with db.write() as session:
        session.get_one(Award, people.jane.awards[0].id).status = AwardStatus.REVOKED

    viewer, answer = seen(people.jane, HERS, lambda v: v.download())  # type: ignore[operator]

    assert answer is None
    assert viewer.problem.startswith("This award has been revoked")
    assert not viewer.is_given_out
    assert kept(people).downloads == 0
