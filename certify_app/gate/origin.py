"""Which pages may talk to us: our own, and on one machine by either of its names."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from certify_app.config import settings


def own_origins() -> tuple[str, ...]:
    """The origins of our pages, such as "https://certificates.example.org"."""
    if settings().public_url:
        return (_origin(settings().public_url),)
    return tuple(f"http://{name}:{settings().port}" for name in ("localhost", "127.0.0.1"))


def _origin(address: str) -> str:
    """As browsers write it: lower case, without the port that goes without saying."""
    parts = urlsplit(address)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    usual = {"http": 80, "https": 443}[parts.scheme]
    port = "" if parts.port in (None, usual) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def is_own_origin(connection: HTTPConnection) -> bool:
    """Whether a browser says it comes from our pages (Origin, or Sec-Fetch-Site)."""
    origin = connection.headers.get("origin")
    if origin is not None and origin != "null":
        return origin in own_origins()
    return connection.headers.get("sec-fetch-site", "") in {"same-origin", "none"}
