"""The headers that keep a browser from being turned against its user."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from certify_app.config import settings

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}
HSTS = "max-age=31536000; includeSubDomains"
STRIPE_PAGES = "https://checkout.stripe.com"
FIXED = {
    "default-src": "'self'",
    "worker-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' blob: data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "frame-ancestors": "'self'",
    "base-uri": "'self'",
}


def payment_pages() -> list[str]:
    """Where a form may lead through a redirect of ours: browsers check that too."""
    if not settings().stripe_secret_key:
        return []
    if base := settings().stripe_api_base:
        return ["{0.scheme}://{0.netloc}".format(urlsplit(base))]
    return [STRIPE_PAGES]


@dataclass(frozen=True)
class Policy:
    """What a response may run: `scripts` are hashes such as "sha256-…"."""

    scripts: Sequence[str] = ()

    def __str__(self) -> str:
        sources = ["'self'", "'wasm-unsafe-eval'", *(f"'{h}'" for h in self.scripts)]
        forms = " ".join(["'self'", *payment_pages()])
        parts = {"script-src": " ".join(sources), "form-action": forms} | FIXED
        return "; ".join(f"{name} {value}" for name, value in parts.items())


class SecurityHeaders:
    """Adds what a response does not set itself; pages bring a policy of their own."""

    def __init__(self, app: ASGIApp, secure: bool) -> None:
        self.app = app
        self.headers: Mapping[str, str] = ALWAYS | {"Content-Security-Policy": str(Policy())}
        if secure:
            self.headers = {**self.headers, "Strict-Transport-Security": HSTS}
        self.raw = [(n.lower().encode(), v.encode()) for n, v in self.headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = list(message.get("headers", ()))
                names = {name for name, _ in own}
                message["headers"] = own + [pair for pair in self.raw if pair[0] not in names]
            await send(message)

        await self.app(scope, receive, with_headers)
