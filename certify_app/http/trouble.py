"""When something fails, or the portal is closed for repairs: a page instead of bare words."""

from __future__ import annotations

from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from certify_app.gate.problem_json import problem
from certify_app.http.message_page import FAILED, MAINTENANCE, message_page
from certify_app.locales.paths import language_of

POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'"
ALWAYS_OPEN = ("/healthz", "/readyz", "/metrics")
RETRY_SECONDS = 300


class Trouble:
    """Puts our page in the place of a bare 500, and of everything while `closed` exists."""

    def __init__(self, app: ASGIApp, closed: Path) -> None:
        self.app = app
        self.closed = closed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif self.closed.exists() and scope["path"] not in ALWAYS_OPEN:
            await _closed(scope)(scope, receive, send)
        elif _wants_page(scope):
            await self.app(scope, receive, _Swap(scope, receive, send))
        else:
            await self.app(scope, receive, send)


class _Swap:
    """Sends what it is given, but a page of ours for a bare 500."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self.receive, self.send = scope, receive, send
        self.swapped = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 500:
            self.swapped = True
            page = _page(self.scope, FAILED, 500)
            await page(self.scope, self.receive, self.send)
        elif not self.swapped:
            await self.send(message)


def _closed(scope: Scope) -> Response:
    again = {"Retry-After": str(RETRY_SECONDS)}
    if scope["path"].startswith("/api/v1/"):
        return problem(503, "Closed for maintenance. Try again in a few minutes.", headers=again)
    if not _wants_page(scope):
        return PlainTextResponse("Closed for maintenance\n", 503, again)
    return _page(scope, MAINTENANCE, 503, again)


def _wants_page(scope: Scope) -> bool:
    return "text/html" in Headers(scope=scope).get("accept", "")


def _page(
    scope: Scope, words: tuple[str, str], status: int, more: dict[str, str] | None = None
) -> Response:
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": POLICY} | (more or {})
    return HTMLResponse(message_page(*words, language_of(scope["path"])), status, headers)
