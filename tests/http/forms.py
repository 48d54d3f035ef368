"""A browser without JavaScript: it posts our forms from our own pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
from starlette.applications import Starlette
from starlette.testclient import TestClient

from certify_app.http.routes import ROUTES

ORIGIN = "http://localhost:8000"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"


class Visitor:
    """`post` follows no redirect; cookies are kept."""

    def __init__(self) -> None:
        self.client = TestClient(Starlette(routes=list(ROUTES)), ORIGIN, follow_redirects=False)

    def post(
        self, address: str, page: str = "/login", origin: str = ORIGIN, **fields: Any
    ) -> httpx.Response:
        headers = {"origin": origin, "referer": ORIGIN + page, "user-agent": FIREFOX}
        return self.client.post(address, data=fields, headers=headers)

    def log_in(self, email: str, password: str, **more: str) -> httpx.Response:
        return self.post("/session/login", email=email, password=password, **more)

    @property
    def cookie(self) -> str:
        return str(self.client.cookies.get("certify", ""))


def led_to(answer: httpx.Response) -> tuple[str, dict[str, str]]:
    """Path and query of a redirect."""
    assert answer.status_code == 303, answer.status_code
    parts = urlsplit(answer.headers["location"])
    assert not parts.netloc
    return parts.path, dict(parse_qsl(parts.query))
