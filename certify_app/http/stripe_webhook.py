"""Stripe's notices: signed, kept once, answered at once; jobs do the rest."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from certify_app.adapters.payments.stripe_checkout import BadSignature, read_event
from certify_app.config import settings
from certify_app.db.engine import write
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.take_notice import take_notice
from certify_app.gate.routes import guarded

MOST_BYTES = 256 * 1024
LIVE_KEYS = ("sk_live_", "rk_live_")


async def take(request: Request) -> Response:
    secret = settings().stripe_webhook_secret
    if not secret or not settings().stripe_secret_key:
        return _say("No Stripe here", 404)
    body = await _limited_body(request)
    if body is None:
        return _say("Too large", 413)
    try:
        notice = read_event(body, request.headers.get("stripe-signature", ""), secret)
    except BadSignature:
        return _say("Not signed by Stripe with our secret", 400)
    if notice is None:
        return _say("Not ours to act on", 200)
    if notice.is_live != settings().stripe_secret_key.startswith(LIVE_KEYS):
        return _say("Live and test mode do not match", 400)
    return _say("Taken" if await write(take_notice, notice) else "Known", 200)


async def _limited_body(request: Request) -> bytes | None:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return body


def _say(words: str, status: int) -> Response:
    return PlainTextResponse(f"{words}\n", status, {"Cache-Control": "no-store"})


ROUTES = [
    guarded("/api/stripe/webhook", take, Audience.ANYONE, methods=("POST",), from_anywhere=True)
]
