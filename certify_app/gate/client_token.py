"""Binds a tab's client token to the browser it was made in.

Reflex keeps a tab's state under a token from the browser, and whoever presents the
token gets the state, and the answers still on their way. The token is in the socket's
address, so it ends up in the logs of proxies. Before Reflex sees it, we make it one
with a cookie that scripts and logs never see: the login's, or a visitor's own. Brought
by anybody else, a token leads to a state of its own, which is empty.
"""

from __future__ import annotations

import hashlib
import secrets
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from certify_app.config import settings
from certify_app.gate.cookie import read_cookie, read_token

EVENTS = "/_event"


class OwnTokens:
    """Rewrites the token of every connection to the event socket."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or not scope["path"].startswith(EVENTS):
            await self.app(scope, receive, send)
            return
        cookies = "; ".join(Headers(scope=scope).getlist("cookie"))
        owner = read_token(cookies) or read_cookie(cookies, visitor_cookie())
        if not owner:
            owner = secrets.token_urlsafe(32)
            send = _giving(send, owner)
        bound = {**scope, "query_string": bind(scope["query_string"], owner)}
        await self.app(bound, receive, send)


def visitor_cookie() -> str:
    return "__Host-certify-visitor" if settings().secure else "certify-visitor"


def bind(query: bytes, owner: str) -> bytes:
    """The query with its token made the owner's; a connection without one stays without."""
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    token = next((value for name, value in pairs if name == "token"), None)
    kept = [(name, value) for name, value in pairs if name != "token"]
    if token:
        kept.append(("token", hashlib.sha256(f"{owner}\n{token}".encode()).hexdigest()))
    return urlencode(kept).encode()


def _giving(send: Send, owner: str) -> Send:
    """Adds the visitor's cookie to the answer that opens the socket."""

    async def with_cookie(message: Message) -> None:
        if message["type"] == "websocket.accept":
            cookie = (b"set-cookie", _cookie(owner).encode())
            message["headers"] = [*message.get("headers", []), cookie]
        await send(message)

    return with_cookie


def _cookie(owner: str) -> str:
    secure = "; Secure" if settings().secure else ""
    return f"{visitor_cookie()}={owner}; Path=/; HttpOnly; SameSite=Lax{secure}"
