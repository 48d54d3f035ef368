"""What a browser gets unasked: the state at first, and the compiled pages."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.people import PASSWORD
from tests.security.gated_portal import SECRETS, Gated
from tests.security.tab import ROOT, Tab

BUILD = Path(__file__).resolve().parents[2] / ".web" / "build" / "client"
MOST_BYTES = 24_000
PEOPLE = ("Xanthippe", "jane@example.org", "TA-100001", "10643835-01-3DCE7K", PASSWORD)


def first_frames(portal: Gated, cookie: str = "") -> list[str]:
    async def arrive() -> list[str]:
        async with Tab(portal.address, cookie) as tab:
            await tab.hydrate()
            return tab.frames

    return asyncio.run(arrive())


def test_a_stranger_s_first_state_holds_nothing_of_anyone_and_is_small(portal: Gated) -> None:
    frames = first_frames(portal)
    text = "\n".join(frames)
    assert not [secret for secret in (*SECRETS, *PEOPLE) if secret in text]
    assert len(text.encode()) < MOST_BYTES


def test_lists_and_texts_start_empty_in_every_state_that_is_not_for_anyone(portal: Gated) -> None:
    guarded = {
        s["name"]
        for s in portal.offers["states"]
        if s["audience"] not in (None, "anyone") and s["module"].startswith("certify_app")
    }
    full = {}
    for frame in first_frames(portal):
        for state, values in (json.loads(frame).get("delta") or {}).items():
            if state in guarded:
                full |= {f"{state}.{k}": v for k, v in values.items() if isinstance(v, list) and v}
    assert guarded
    assert full == {}


def test_the_cookie_s_token_is_not_sent_back_in_the_state(portal: Gated) -> None:
    cookie = portal.log_in(portal.people.jane)
    token = cookie.removeprefix("certify=")
    assert token not in "\n".join(first_frames(portal, cookie))


def test_nothing_of_anybody_is_in_the_compiled_pages() -> None:
    if not BUILD.exists():
        pytest.skip("the pages are not built")
    for file in BUILD.rglob("*"):
        if file.suffix in {".html", ".js", ".json", ".css"}:
            text = file.read_text()
            assert not [s for s in PEOPLE if s in text and s != "10643835-01-3DCE7K"], file


def test_reflex_s_root_is_named_as_we_know_it(portal: Gated) -> None:
    assert portal.offers["states"][0]["name"] == ROOT
