"""A tab's token, stolen: it opens nothing to anybody but the browser it was made in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from urllib.request import urlopen

import pytest

from certify_app.gate.client_token import bind
from tests.people import Person
from tests.security.gated_portal import SECRETS, Gated
from tests.security.tab import PRIVATE, ROOT, Tab

Thief = Callable[[Gated], Person | None]
thieves = pytest.mark.parametrize(
    "thief", [lambda _: None, lambda p: p.people.mallory, lambda p: p.people.olwen]
)


async def loaded(tab: Tab) -> None:
    await tab.send(f"{PRIVATE}.load")
    await tab.until("Xanthippe")


def assert_nothing_of_jane(tab: Tab) -> None:
    assert not [secret for secret in SECRETS if secret in tab.seen]


@thieves
def test_the_token_of_a_closed_tab_opens_an_empty_state(portal: Gated, thief: Thief) -> None:
    async def attack() -> None:
        async with Tab(portal.address, portal.log_in(portal.people.jane)) as jane:
            await loaded(jane)
        async with Tab(portal.address, portal.log_in(thief(portal)), jane.token) as mallory:
            await mallory.hydrate()
            await mallory.send(f"{PRIVATE}.set_note", {"value": "mine"})
            await mallory.fence()
            assert_nothing_of_jane(mallory)

    asyncio.run(attack())


@thieves
def test_the_token_of_an_open_tab_opens_an_empty_state(portal: Gated, thief: Thief) -> None:
    async def attack() -> None:
        async with Tab(portal.address, portal.log_in(portal.people.jane)) as jane:
            await loaded(jane)
            async with Tab(portal.address, portal.log_in(thief(portal)), jane.token) as mallory:
                await mallory.hydrate()
                assert_nothing_of_jane(mallory)
            jane.forget()
            await loaded(jane)

    asyncio.run(attack())


@thieves
@pytest.mark.parametrize("handler", ["slow_load", "background_load"])
def test_an_answer_on_its_way_does_not_reach_who_brings_the_token_meanwhile(
    portal: Gated, thief: Thief, handler: str
) -> None:
    async def attack() -> None:
        cookie = portal.log_in(portal.people.jane)
        async with Tab(portal.address, cookie) as jane:
            door = f"{handler}-{jane.token}"
            await jane.hydrate()
            await jane.send(f"{PRIVATE}.{handler}", {"door": door})
            await jane.until(f"{door} reached")
        async with Tab(portal.address, portal.log_in(thief(portal)), jane.token) as mallory:
            await mallory.hydrate()
            await asyncio.to_thread(urlopen, f"{portal.address}/test/door/{door}")
            await mallory.fence()
            async with Tab(portal.address, cookie, jane.token) as again:
                await again.hydrate()
                await again.until("Xanthippe")
            await mallory.fence()
            assert_nothing_of_jane(mallory)

    asyncio.run(attack())


def test_a_tab_that_comes_back_with_its_cookie_has_its_state(portal: Gated) -> None:
    async def reconnect() -> None:
        cookie = portal.log_in(portal.people.jane)
        async with Tab(portal.address, cookie) as first:
            await loaded(first)
        async with Tab(portal.address, cookie, first.token) as second:
            await second.hydrate()
            assert "Xanthippe" in second.seen

    asyncio.run(reconnect())


def test_a_visitor_s_half_filled_form_is_bound_to_the_cookie_of_the_first_socket(
    portal: Gated,
) -> None:
    async def attack() -> None:
        async with Tab(portal.address, "certify-visitor=abc") as visitor:
            await visitor.send(
                "reflex___state____state.tests___security___probes____open.answer",
                {"value": "typed-so-far"},
            )
            await visitor.fence()
            token = visitor.token
        async with Tab(portal.address, "", token) as thief:
            await thief.hydrate()
            assert "typed-so-far" not in thief.seen

    asyncio.run(attack())


def test_what_the_client_says_about_itself_is_not_believed(portal: Gated) -> None:
    cookie = portal.log_in(portal.people.jane)

    async def attack() -> None:
        async with Tab(portal.address) as tab:
            forged = {
                "name": f"{PRIVATE}.load",
                "payload": {},
                "token": tab.token,
                "router_data": {"headers": {"cookie": cookie}, "ip": "::1", "pathname": "/"},
            }
            await tab._io.emit("event", forged, namespace="/_event")
            await tab.fence()
            assert_nothing_of_jane(tab)
            assert "_redirect" in tab.seen

    asyncio.run(attack())


def test_only_one_token_is_left_and_it_is_not_the_one_that_was_sent() -> None:
    bound = bind(b"EIO=4&token=first&transport=websocket&token=second", "owner")
    assert bound.count(b"token=") == 1
    assert b"first" not in bound
    assert b"second" not in bound
    assert bound != bind(b"EIO=4&token=first&transport=websocket&token=second", "other")


def test_there_is_no_way_to_upload_by_token(portal: Gated) -> None:
    assert not [r for r in portal.offers["routes"] if "_upload" in r["path"]]
    assert ROOT
