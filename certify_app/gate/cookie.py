"""The cookie that says who somebody is: HttpOnly, checked against the session table."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from certify_app.config import settings
from certify_app.db.engine import read_now, write_now
from certify_app.domain.accounts.sessions import Who, is_stale, mark_seen, who_is

LONGEST = 200


def cookie_name() -> str:
    return "__Host-certify" if settings().secure else "certify"


async def who_asks(request: Request) -> Who | None:
    """The account behind a request, or nobody."""
    return await who_holds("; ".join(request.headers.getlist("cookie")))


async def who_holds(cookie_header: str) -> Who | None:
    """The account behind a raw Cookie header, checked now; marks its session as seen."""
    token = read_token(cookie_header)
    return await asyncio.to_thread(_find, token) if token else None


def read_token(cookie_header: str) -> str:
    return read_cookie(cookie_header, cookie_name())


def read_cookie(cookie_header: str, name: str) -> str:
    """The first cookie of this name, whatever odd cookies of others stand before it."""
    for part in cookie_header.split(";"):
        found, _, value = part.strip().partition("=")
        if found == name:
            return value.strip(' "')[:LONGEST]
    return ""


def _find(token: str) -> Who | None:
    found = read_now(who_is, token)
    if found is None:
        return None
    who, seen_at = found
    if is_stale(seen_at):
        write_now(mark_seen, who.session_id)
    return who


def set_cookie(response: Response, token: str) -> None:
    """A cookie of the browser session; the row decides when it ends."""
    response.set_cookie(
        cookie_name(),
        token,
        httponly=True,
        samesite="lax",
        secure=settings().secure,
        path="/",
    )


def clear_cookie(response: Response) -> None:
    response.delete_cookie(
        cookie_name(), httponly=True, samesite="lax", secure=settings().secure, path="/"
    )
