"""One line for each request, and an id by which its other lines are found.

The line holds the route and not the address, which may hold a reference.
"""

from __future__ import annotations

import logging
import re
import secrets
import time

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from certify_app.config import settings
from certify_app.http.route_class import route_class
from certify_app.logs import request_id

log = logging.getLogger("certify.requests")
GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}", re.ASCII)
QUIET = frozenset({"assets", "healthz", "readyz", "metrics"})


class RequestLog:
    """With `proxies` in front their X-Request-Id is kept; otherwise a client could choose it."""

    def __init__(self, app: ASGIApp, proxies: int) -> None:
        self.app = app
        self.proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        one = self._id(scope)
        before = request_id.set(one)
        started, status = time.perf_counter(), 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", one.encode())]
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            _write(scope, status, time.perf_counter() - started)
            request_id.reset(before)

    def _id(self, scope: Scope) -> str:
        given = Headers(scope=scope).get("x-request-id", "") if self.proxies else ""
        return given if GIVEN.fullmatch(given) else secrets.token_hex(8)


def _write(scope: Scope, status: int, seconds: float) -> None:
    kind = route_class(scope["path"])
    for_machines = settings().log_format == "json" and kind not in QUIET
    level = logging.INFO if for_machines else logging.DEBUG
    if status >= 500:
        level = logging.WARNING
    if log.isEnabledFor(level):
        said = {"method": scope["method"], "route": kind, "status": status}
        log.log(level, "request", extra={"facts": said | {"ms": round(seconds * 1000, 1)}})
