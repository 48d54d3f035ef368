"""What a request passes on its way in, put around Reflex's own server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import reflex as rx
from starlette.applications import Starlette
from starlette.types import ASGIApp

from certify_app.config import settings
from certify_app.gate.client_token import OwnTokens
from certify_app.http import verify
from certify_app.http.client_address import ClientAddress
from certify_app.http.compiled_pages import CompiledPages
from certify_app.http.direct import Direct
from certify_app.http.metrics import CountAnswers
from certify_app.http.request_log import RequestLog
from certify_app.http.routes import ROUTES
from certify_app.http.security_headers import SecurityHeaders
from certify_app.http.trouble import Trouble
from certify_app.maintenance import closed_file

COMPILED = Path(".web/build/client")
REFLEX_OWN = ("/_event", "/ping", "/_health")


def is_reflex_own(path: str) -> bool:
    """Reflex's websocket and pings. /_upload is left out: it trusts a client token alone."""
    return path.startswith(REFLEX_OWN)


def wrap(app: rx.App) -> list[Starlette | Callable[[ASGIApp], ASGIApp]]:
    """Innermost first, as Reflex applies them."""

    def pages(inner: ASGIApp) -> ASGIApp:
        if not COMPILED.exists():
            return inner
        return CompiledPages(inner, COMPILED, is_page=_knows(app), passes=is_reflex_own)

    def headers(inner: ASGIApp) -> ASGIApp:
        return SecurityHeaders(inner, secure=settings().secure)

    def trouble(inner: ASGIApp) -> ASGIApp:
        return Trouble(inner, closed_file())

    def addresses(inner: ASGIApp) -> ASGIApp:
        return ClientAddress(inner, settings().trusted_proxies)

    def direct(inner: ASGIApp) -> ASGIApp:
        return Direct(inner, verify.ROUTES)

    def logged(inner: ASGIApp) -> ASGIApp:
        return RequestLog(inner, settings().trusted_proxies)

    own = Starlette(routes=list(ROUTES))
    return [OwnTokens, pages, own, direct, trouble, headers, CountAnswers, logged, addresses]


def _knows(app: rx.App) -> Callable[[str], bool]:
    def is_page(address: str) -> bool:
        return app.router(address) not in (None, "404", "index")

    return is_page
