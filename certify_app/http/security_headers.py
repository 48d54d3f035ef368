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
# A script, style or font is no page: what governs pages would be a kilobyte for each of forty.
FOR_FILES = frozenset({"X-Content-Type-Options", "Cross-Origin-Resource-Policy"})
FOLDERS = ("/assets/", "/fonts/")
PARTS_OF_PAGES = (".js", ".css", ".woff2")
"""Not a worker (.mjs) nor a drawing (.svg): these are governed by their own response."""
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
        headers = ALWAYS | {"Content-Security-Policy": str(Policy())}
        if secure:
            headers["Strict-Transport-Security"] = HSTS
        self.for_pages = _raw(headers)
        self.for_files = _raw({n: v for n, v in headers.items() if n in FOR_FILES})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wanted = self.for_files if is_part_of_page(scope["path"]) else self.for_pages

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = list(message.get("headers", ()))
                names = {name for name, _ in own}
                message["headers"] = own + [pair for pair in wanted if pair[0] not in names]
            await send(message)

        await self.app(scope, receive, with_headers)


def is_part_of_page(path: str) -> bool:
    return path.startswith(FOLDERS) and path.endswith(PARTS_OF_PAGES)


def _raw(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]
