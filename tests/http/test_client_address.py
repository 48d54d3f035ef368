from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from certify_app.http.client_address import ClientAddress


async def whose(request: Request) -> PlainTextResponse:
    assert request.client is not None
    return PlainTextResponse(request.client.host)


def address_seen(proxies: int, forwarded: str | None) -> str:
    app = ClientAddress(Starlette(routes=[Route("/", whose)]), proxies)
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    return TestClient(app, client=("192.0.2.1", 5)).get("/", headers=headers).text


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, None, "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "10.9.9.9, 203.0.113.9, 198.51.100.2", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_only_what_our_own_proxies_added_is_believed(
    proxies: int, forwarded: str | None, seen: str
) -> None:
    assert address_seen(proxies, forwarded) == seen
