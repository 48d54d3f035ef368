"""The email somebody typed, kept over one redirect: neither in an address nor readable
to a script, and gone after a minute or two."""

from __future__ import annotations

import base64
import binascii
from http.cookies import CookieError, SimpleCookie

from starlette.responses import Response

from certify_app.config import settings

SECONDS = 120
LONGEST = 254


def cookie_name() -> str:
    return "__Host-certify-typed" if settings().secure else "certify-typed"


def keep_typed_email(response: Response, email: str) -> None:
    kept = base64.urlsafe_b64encode(email[:LONGEST].encode("utf-8", "replace"))
    response.set_cookie(
        cookie_name(),
        kept.decode().rstrip("="),
        max_age=SECONDS,
        httponly=True,
        samesite="lax",
        secure=settings().secure,
        path="/",
    )


def typed_email(cookie_header: str) -> str:
    """From a raw Cookie header; it is shown in a field and trusted with nothing."""
    try:
        morsel = SimpleCookie(cookie_header).get(cookie_name())
        kept = morsel.value[: 2 * LONGEST] if morsel else ""
        text = base64.urlsafe_b64decode(kept + "=" * (-len(kept) % 4)).decode("utf-8", "replace")
    except (CookieError, binascii.Error, ValueError):
        return ""
    return text if text.isprintable() else ""


def forget_typed_email(response: Response) -> None:
    response.delete_cookie(
        cookie_name(), httponly=True, samesite="lax", secure=settings().secure, path="/"
    )
