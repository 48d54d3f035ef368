"""The cookies: out of the reach of scripts, bound to https, new at every login."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx
import pytest
from starlette.responses import Response

from certify_app.config import settings
from certify_app.gate.client_token import visitor_cookie
from certify_app.gate.cookie import cookie_name, read_cookie, set_cookie
from tests.people import PASSWORD
from tests.security.gated_portal import Gated
from tests.security.tab import PRIVATE, Tab


def log_in(portal: Gated, cookie: str = "") -> httpx.Response:
    return httpx.post(
        f"{portal.address}/session/login",
        data={"email": portal.people.mallory.email, "password": PASSWORD},
        headers={"Origin": portal.address} | ({"Cookie": cookie} if cookie else {}),
    )


def given(answer: httpx.Response, name: str = "certify") -> str:
    lines = [c for c in answer.headers.get_list("set-cookie") if c.startswith(f"{name}=")]
    assert len(lines) == 1
    return lines[0]


def test_a_login_gives_a_cookie_that_scripts_and_other_sites_cannot_use(portal: Gated) -> None:
    parts = {p.strip().lower() for p in given(log_in(portal)).split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/"} <= parts
    assert not [p for p in parts if p.startswith(("domain", "expires", "max-age"))]


def test_every_login_gives_another_token_and_ends_the_one_before(portal: Gated) -> None:
    first = given(log_in(portal)).split(";")[0]
    second = given(log_in(portal, first)).split(";")[0]
    assert first != second

    async def use_the_first() -> str:
        async with Tab(portal.address, first) as tab:
            await tab.send(f"{PRIVATE}.load")
            await tab.fence()
            return tab.seen

    assert "/login?problem=ended" in asyncio.run(use_the_first())


def test_a_token_that_an_attacker_planted_never_becomes_a_login(portal: Gated) -> None:
    planted = "certify=planted-by-mallory"
    assert "planted" not in given(log_in(portal, planted))

    async def use_the_planted() -> str:
        async with Tab(portal.address, planted) as tab:
            await tab.send(f"{PRIVATE}.load")
            await tab.fence()
            return tab.seen

    assert "/login?problem=ended" in asyncio.run(use_the_planted())


def test_the_token_itself_is_nowhere_in_the_database(portal: Gated) -> None:
    token = given(log_in(portal)).split(";")[0].removeprefix("certify=")
    for file in portal.folder.glob("certify.db*"):
        assert token.encode() not in file.read_bytes()


def test_logging_out_takes_the_cookie_back(portal: Gated) -> None:
    headers = {"Origin": portal.address, "Cookie": portal.log_in(portal.people.mallory)}
    answer = httpx.post(f"{portal.address}/logout", headers=headers)
    assert "max-age=0" in given(answer).lower()


@pytest.fixture
def by_https(clean_environment: pytest.MonkeyPatch) -> Iterator[None]:
    clean_environment.setenv("CERTIFY_PUBLIC_URL", "https://certificates.example.org")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("by_https")
def test_by_https_cookies_are_bound_to_this_host_and_to_https() -> None:
    answer = Response()
    set_cookie(answer, "t")
    assert answer.headers["set-cookie"].startswith("__Host-certify=t;")
    assert "secure" in answer.headers["set-cookie"].lower()
    assert cookie_name().startswith("__Host-")
    assert visitor_cookie().startswith("__Host-")


@pytest.mark.parametrize(
    ("header", "read"),
    [
        ("certify=abc", "abc"),
        ('odd={"a": [1]}; certify=abc; other=1', "abc"),
        ("certify=first; certify=second", "first"),
        ("xcertify=abc", ""),
        ("certify", ""),
        ("", ""),
        ("certify = abc", ""),
        ('certify="abc"', "abc"),
        ("certify=" + "x" * 900, "x" * 200),
    ],
)
def test_our_cookie_is_read_among_whatever_others_there_are(header: str, read: str) -> None:
    assert read_cookie(header, "certify") == read
