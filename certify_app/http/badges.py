"""The image of a learner's badge."""

from __future__ import annotations

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.queries import find_badge
from certify_app.domain.badges.draw_badge import draw_badge
from certify_app.domain.clock import today
from certify_app.domain.documents.addresses import from_address
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import guarded, who_asked

HEADERS = {"Cache-Control": "private, max-age=300", "X-Robots-Tag": "noindex"}


async def image(request: Request) -> Response:
    reference = from_address(request.path_params["reference"])
    drawn = await read(_drawn, who_asked(request).learner_id, reference)
    if drawn is None:
        return Response(status_code=404, headers={"Cache-Control": "no-store"})
    return Response(drawn, headers=HEADERS, media_type="image/svg+xml")


def _drawn(session: Session, learner_id: int | None, reference: str) -> str | None:
    badge = find_badge(session, learner_id, reference, today(settings().zone))
    body = awarding_body(session)
    return draw_badge(badge, body.brand, body.gold) if badge else None


ROUTES = [guarded("/api/badges/{reference}/image.svg", image, Audience.LEARNER)]
