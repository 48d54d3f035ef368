"""What a form of our pages sends by itself: short texts by name."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

MOST_BYTES = 64 * 1024
MOST_FIELDS = 30
URLENCODED = "application/x-www-form-urlencoded"


async def posted_form(request: Request) -> dict[str, str]:
    """The last value of each field; empty for anything but a small urlencoded form."""
    if not request.headers.get("content-type", "").startswith(URLENCODED):
        return {}
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return {}
    try:
        text = body.decode("utf-8", "replace")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return {}
