"""Every handler of every State, called over a raw socket by everybody with anything.

The handlers come from Reflex's own registry in the running process: a new one is
attacked without a line added here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from certify_app.domain.accounts.sessions import Who
from certify_app.domain.acts import Act, may
from certify_app.domain.permissions import Audience, may_use
from tests.people import Person
from tests.security.gated_portal import SECRETS, Gated
from tests.security.tab import ROOT, Tab

WRONG: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    "",
    "\x00",
    "\u202etxet",
    "x" * 20_000,
    {"a": {"b": [1]}},
    [[1], {"id": 1}],
    "1 OR 1=1",
    "<script>alert(1)</script>",
)
NAMES = ("nobody", "dave", "tracy", "mallory", "administrator", "officer", "finance", "read_only")
UPDATE_VARS = f"{ROOT}.reflex___state____update_vars_internal_state.update_vars_internal"
LIKE_AN_OFFICER = ("administrator", "finance", "read_only")
EVERYTHING_SEEN = {Audience.STAFF: "staff see learners' records; what they may is tested there"}
LOGS_OUT = ".end_all"
"""Called last: what comes after it would be asked by nobody."""
everybody = pytest.mark.parametrize("name", NAMES)
a_sample = pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.long) if n in LIKE_AN_OFFICER else n for n in NAMES],
)


def payloads(parameters: list[str], jane_s: list[Any]) -> Iterator[dict[str, Any]]:
    """Nothing, each wrong thing and each of Jane's keys in every place, and one too many."""
    yield {}
    for value in (*WRONG, *jane_s):
        yield dict.fromkeys(parameters, value)
    yield dict.fromkeys([*parameters, "_trusted", "account_id", "self", "who"], 1)


def keys_of(jane: Person) -> list[Any]:
    """What an attacker may have learnt: ids and references, never what they lead to."""
    assert jane.learner
    assert jane.account
    return [
        jane.id,
        jane.learner.id,
        jane.awards[0].id,
        jane.awards[0].reference,
        jane.certificate.id,
        jane.certificate.reference,
    ]


async def call_all(tab: Tab, portal: Gated, handlers: list[dict[str, Any]]) -> None:
    for handler in sorted(handlers, key=lambda h: h["name"].endswith(LOGS_OUT)):
        for payload in payloads(handler["parameters"], keys_of(portal.people.jane)):
            await tab.send(handler["name"], payload)
        await tab.hydrate()


def belongs(handler: dict[str, Any], person: Person | None) -> bool:
    audience = handler["audience"]
    if audience is None:
        return False
    me = who(person) if person else None
    if not may_use(Audience(audience), me):
        return False
    act = handler.get("act")
    return act is None or may(me, Act(act))


def who(person: Person) -> Who:
    assert person.account
    account = person.account
    return Who(person.id, 0, account.role, account.staff_role, account.email, "", "", "en", None)


@a_sample
def test_nobody_reads_or_changes_what_is_jane_s(portal: Gated, name: str) -> None:
    person = portal.everybody()[name]
    handlers = [
        h
        for h in portal.offers["handlers"]
        if not sees_everything(h, person) and "door" not in h["parameters"]
    ]
    before = portal.digest(but=person)

    async def attack() -> str:
        async with Tab(portal.address, portal.log_in(person)) as tab:
            await call_all(tab, portal, handlers)
            return tab.seen

    seen = asyncio.run(attack())
    assert len(handlers) > 20
    assert not [secret for secret in SECRETS if secret in seen]
    assert changed(before, portal.digest(but=person)) == []
    assert "Traceback" not in portal.log


@everybody
def test_who_a_handler_is_not_for_gets_a_way_out_and_nothing_else(portal: Gated, name: str) -> None:
    person = portal.everybody()[name]
    strange = [h for h in ours(portal) if not belongs(h, person)]

    async def attack() -> list[str]:
        answered = []
        async with Tab(portal.address, portal.log_in(person)) as tab:
            await tab.hydrate()
            await tab.until('"is_hydrated_rx_state_": true')  # what the page loads has come
            await tab.fence()
            for handler in strange:
                tab.forget()
                await tab.send(handler["name"], dict.fromkeys(handler["parameters"], 1))
                await tab.fence()
                if "_redirect" not in tab.frames[0] or len(tab.frames) != 2:
                    answered.append(f"{handler['name']}: {tab.frames}")
        return answered

    assert strange
    assert asyncio.run(attack()) == []


@everybody
def test_setvar_sets_nothing_on_any_state(portal: Gated, name: str) -> None:
    person = portal.everybody()[name]

    async def attack() -> str:
        async with Tab(portal.address, portal.log_in(person)) as tab:
            for state in portal.offers["states"]:
                for var in (*state["vars"], "note", "_session_id", "audience", "router_data"):
                    payload = {"var_name": var, "value": "planted"}
                    await tab.send(f"{state['name']}.setvar", payload)
            await tab.hydrate()
            return tab.seen

    assert "planted" not in asyncio.run(attack())


@pytest.mark.parametrize("name", ["nobody", "mallory"])
def test_the_browser_s_storage_cannot_be_used_to_set_anything(portal: Gated, name: str) -> None:
    async def attack() -> str:
        async with Tab(portal.address, portal.log_in(portal.everybody()[name])) as tab:
            for state in portal.offers["states"]:
                for var in (*state["vars"], "_session_id"):
                    planted = {f"{state['name']}.{var}": "planted"}
                    await tab.send(UPDATE_VARS, {"vars": planted})
                await tab.send(f"{ROOT}.hydrate_and_load", {"vars": planted})
            await tab.hydrate()
            return tab.seen

    assert "planted" not in asyncio.run(attack())


def ours(portal: Gated) -> list[dict[str, Any]]:
    return [h for h in portal.offers["handlers"] if not h["module"].startswith("reflex.")]


def sees_everything(handler: dict[str, Any], person: Person | None) -> bool:
    return handler["audience"] in EVERYTHING_SEEN and belongs(handler, person)


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [table for table in before if before[table] != after[table]]
