"""Whose address a request has when proxies stand in front of us."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send


class ClientAddress:
    """Believes as many entries of X-Forwarded-For, from the right, as there are own proxies.

    What a client writes itself stands further left and is never looked at.
    """

    def __init__(self, app: ASGIApp, proxies: int) -> None:
        self.app = app
        self.proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.proxies and scope["type"] in {"http", "websocket"}:
            scope = {**scope, **self._as_seen_by_proxy(Headers(scope=scope))}
        await self.app(scope, receive, send)

    def _as_seen_by_proxy(self, headers: Headers) -> dict[str, object]:
        hops = [h.strip() for h in headers.get("x-forwarded-for", "").split(",")]
        if len(hops) < self.proxies or not hops[-self.proxies]:
            return {}
        return {"client": (hops[-self.proxies], 0)}
