"""Every HTTP route, asked by everybody in every way, and the door of the socket.

The routes come from the running app, through all that is wrapped around them.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import socketio

from certify_app.domain.permissions import Audience
from certify_app.http.security_headers import ALWAYS
from tests.people import PASSWORD
from tests.security.gated_portal import SECRETS, Gated
from tests.security.tab import Tab
from tests.security.test_every_handler import a_sample, belongs, changed

OF_REFLEX = {
    "/ping": "says pong",
    "/_health": "says whether the process is well",
    "/_event": "the socket, whose every event passes the gate",
    "": "mounts of Starlette applications within one another",
}
FROM_ANYWHERE = {
    "/api/v1/verify": "a question by a machine; changes nothing, needs no cookie",
    "/api/stripe/webhook": "signed by Stripe with a secret of ours",
    "/api/v1/{rest:anything}": "says that nothing is there",
}
OURS = ("GuardedRoute", "KeyedRoute")
"""Those for a key take no cookie, so no page elsewhere can use what a browser sends along."""
TELLS_ANYONE = {
    "/verify": "shows what the awarding body chose to show of a reference",
    "/cy/verify": "the same in Welsh",
    "/api/v1/verify": "the same for machines",
}
MAY_SAY = {("/readyz", 503)}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
FORM = "application/x-www-form-urlencoded"
BODIES: tuple[tuple[str, bytes], ...] = (
    ("", b""),
    (FORM, b"email=%00&password=x&token=%F0%9F&next=//evil.example&_trusted=1"),
    ("application/json", b'{"account_id": 1, "role": "staff", "a": [[[[]]]]}'),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; na="),
    ("text/plain", b"\xff\xfe\x00" * 100_000),
)


def test_every_route_is_guarded_or_reflex_s_own(portal: Gated) -> None:
    strangers = [
        route["path"]
        for route in portal.offers["routes"]
        if route["kind"] not in OURS and route["path"] not in OF_REFLEX
    ]
    assert strangers == []
    assert {r["path"] for r in portal.offers["routes"]} >= set(OF_REFLEX)


def test_only_named_routes_may_be_posted_to_from_anywhere(portal: Gated) -> None:
    open_ones = {
        r["path"]
        for r in portal.offers["routes"]
        if r.get("from_anywhere") and r["kind"] != "KeyedRoute"
    }
    assert open_ones <= set(FROM_ANYWHERE)


def guarded(portal: Gated) -> list[dict[str, Any]]:
    return [
        r
        for r in portal.offers["routes"]
        if r["kind"] in OURS and not r["path"].startswith("/test/")
    ]


def test_the_api_opens_to_keys_alone(portal: Gated) -> None:
    """Only what is named here may be asked without one."""
    without = {
        "/api/v1/verify": "a check by anyone",
        "/api/v1/docs": "the documentation",
        "/api/v1/openapi.json": "the same for tools",
        "/api/v1/{rest:anything}": "says that nothing is there",
    }
    api = [r for r in guarded(portal) if r["path"].startswith("/api/v1")]
    assert {r["path"] for r in api if r["audience"] != Audience.API_KEY} == set(without)
    assert {r["kind"] for r in api if r["audience"] == Audience.API_KEY} == {"KeyedRoute"}


def paths(portal: Gated, route: dict[str, Any]) -> Iterator[str]:
    """With Jane's keys, and with nonsense, in the place of every parameter."""
    jane = portal.people.jane
    for key in (1, jane.awards[0].reference, jane.certificate.reference, "..%2f..", "%00", "-1"):
        yield re.sub(r"\{[^}]+\}", str(key), route["path"])
        if "{" not in route["path"]:
            break
    yield re.sub(r"\{[^}]+\}", "1", route["path"]) + f"?account_id={jane.id}&id=1&lang=%00&next=//x"


def client(portal: Gated, name: str) -> httpx.Client:
    cookie = portal.log_in(portal.everybody()[name])
    headers = {"Cookie": cookie} if cookie else {}
    return httpx.Client(base_url=portal.address, headers=headers, timeout=20)


def own_origin(portal: Gated) -> dict[str, str]:
    return {"Origin": portal.address}


@a_sample
def test_no_route_tells_or_changes_what_is_jane_s(portal: Gated, name: str) -> None:
    person = portal.everybody()[name]
    before = portal.digest(but=person)
    wrong = []
    with client(portal, name) as http:
        for route in guarded(portal):
            for path in paths(portal, route):
                for answer in asked_every_way(http, path, own_origin(portal)):
                    wrong += list(faults(answer, route, belongs(route, person)))
    assert "\n".join(wrong[:20]) == ""
    assert changed(before, portal.digest(but=person)) == []
    assert "Traceback" not in portal.log


def asked_every_way(
    http: httpx.Client, path: str, headers: dict[str, str]
) -> Iterator[httpx.Response]:
    for method in METHODS:
        for kind, body in BODIES if method == "POST" else BODIES[:2]:
            yield http.request(method, path, content=body, headers={"Content-Type": kind} | headers)


def faults(answer: httpx.Response, route: dict[str, Any], belongs_here: bool) -> Iterator[str]:
    asked = f"{answer.request.method} {answer.request.url} -> {answer.status_code}"
    if answer.status_code >= 500 and (route["path"], answer.status_code) not in MAY_SAY:
        yield f"{asked}: failed"
    if not belongs_here and answer.status_code < 300:
        yield f"{asked}: let in"
    staff = belongs_here and route["audience"] == Audience.STAFF
    if route["path"] not in TELLS_ANYONE and not staff:
        yield from (f"{asked}: told {s}" for s in SECRETS if s in answer.text)
    if (to := answer.headers.get("location", "")) and urlsplit(to).netloc:
        yield f"{asked}: sends people away to {to}"
    yield from (f"{asked}: lacks {h}" for h in ALWAYS if h not in answer.headers)
    if "content-security-policy" not in answer.headers:
        yield f"{asked}: lacks a policy"
    if "'unsafe-eval'" in answer.headers.get("content-security-policy", ""):
        yield f"{asked}: may evaluate"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Referer": "http://127.0.0.1/"},
        {},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_what_another_site_sends_is_refused_before_anything_else(
    portal: Gated, headers: dict[str, str], method: str
) -> None:
    posting = [r for r in guarded(portal) if method in r["methods"] and not r["from_anywhere"]]
    with client(portal, "mallory") as http:
        before = portal.digest()
        for route in posting:
            path = next(paths(portal, route))
            assert http.request(method, path, headers=headers).status_code == 403, path
    assert changed(before, portal.digest()) == []


def test_no_answer_lets_another_site_s_scripts_read_it(portal: Gated) -> None:
    with client(portal, "mallory") as http:
        for route in guarded(portal):
            path = next(paths(portal, route))
            answer = http.get(path, headers={"Origin": "https://evil.example"})
            assert "evil" not in answer.headers.get("access-control-allow-origin", ""), path
            assert answer.headers.get("access-control-allow-origin") != "*", path


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:1", "file://"]
)
def test_the_socket_does_not_open_to_another_site_s_page(portal: Gated, origin: str) -> None:
    async def attack() -> None:
        with pytest.raises(socketio.exceptions.ConnectionError):
            async with Tab(portal.address, portal.log_in(portal.people.jane), Origin=origin):
                pass

    asyncio.run(attack())


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_the_socket_opens_to_our_own_page(portal: Gated, host: str) -> None:
    async def open_one() -> None:
        async with Tab(portal.address, Origin=f"http://{host}:{portal.port}") as tab:
            await tab.hydrate()

    asyncio.run(open_one())


@pytest.mark.parametrize("path", ["/_upload", "/_upload/x", "/_all_routes", "/auth-codespace"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_reflex_could_serve_besides_is_not_there(
    portal: Gated, path: str, method: str
) -> None:
    with client(portal, "nobody") as http:
        assert http.request(method, path, headers=own_origin(portal)).status_code in {404, 405}


@pytest.mark.parametrize(
    "there",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "\\\\evil.example",
        "/\x00//evil",
    ],
)
def test_logging_in_leads_nowhere_else(portal: Gated, there: str) -> None:
    form = {"email": portal.people.mallory.email, "password": PASSWORD, "next": there}
    with client(portal, "nobody") as http:
        answer = http.post("/session/login", data=form, headers=own_origin(portal))
    to = answer.headers["location"]
    assert answer.status_code == 303
    assert re.fullmatch(r"/[a-z-]*(/[^/\\\s]*)*(\?[^\s]*)?", to)
    assert "evil" not in to.split("?", maxsplit=1)[0]
