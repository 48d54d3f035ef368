"""The cookie between the password and the code: it opens nothing but the second page."""

from __future__ import annotations

from starlette.responses import Response

from certify_app.config import settings
from certify_app.domain.second_step.half_logins import LIFETIME
from certify_app.gate.cookie import read_cookie


def cookie_name() -> str:
    return "__Host-certify-half" if settings().secure else "certify-half"


def half_login_token(cookie_header: str) -> str:
    """From a raw Cookie header; "" for none."""
    return read_cookie(cookie_header, cookie_name())


def set_half_login(response: Response, token: str) -> None:
    response.set_cookie(
        cookie_name(),
        token,
        max_age=int(LIFETIME.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings().secure,
        path="/",
    )


def clear_half_login(response: Response) -> None:
    response.delete_cookie(
        cookie_name(), httponly=True, samesite="lax", secure=settings().secure, path="/"
    )
