"""The awarding body's look, from its row: /brand.css and /brand/logo."""

from __future__ import annotations

import hashlib
import json
from html import escape

from starlette.requests import Request
from starlette.responses import Response

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awarding_body.palette import Palette, palette
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import guarded

ASK_FIRST = "public, max-age=0, must-revalidate"
SIGNATURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}
SVG = "image/svg+xml"


async def stylesheet(request: Request) -> Response:
    body = await read(awarding_body)
    tile = "#fff" if logo_type(body.logo or b"") else "transparent"
    css = brand_css(body.name, palette(body.brand, body.gold), tile)
    if settings().demo:
        css += ":root{--demo-banner:block}\n"
    return _answer(request, css.encode(), "text/css")


async def logo(request: Request) -> Response:
    """The logo; until there is one, the first letter of the name."""
    body = await read(awarding_body)
    image = body.logo or b""
    if kind := logo_type(image):
        return _answer(request, image, kind)
    return _answer(request, monogram(body, request.query_params.get("on") == "brand").encode(), SVG)


def brand_css(name: str, colours: Palette, tile: str) -> str:
    """Custom properties; the name for the moment before the page has it; what a logo stands on."""
    quoted = json.dumps(name).replace("<", "\\3c ")
    return (
        f":root,.light{{--brand-name:{quoted};--logo-tile:{tile};{_properties(colours.light)}}}\n"
        f".dark{{{_properties(colours.dark)}}}\n"
    )


def _properties(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


def logo_type(image: bytes) -> str:
    """The media type by what the file begins with; "" for anything that is no picture of ours."""
    return next((kind for start, kind in SIGNATURES.items() if image.startswith(start)), "")


def monogram(body: AwardingBody, on_brand: bool) -> str:
    """A tile with the first letter; a paler one on a ground of the brand's colour."""
    letter = escape((body.name.strip() or "C")[0].upper())
    colours = palette(body.brand, body.gold).light
    fill, opacity = (colours["on-brand"], 0.18) if on_brand else (colours["brand"], 1)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        f'<rect width="40" height="40" rx="8" fill="{fill}" fill-opacity="{opacity}"/>'
        f'<text x="20" y="27.5" text-anchor="middle" font-size="21" font-weight="600" '
        f'font-family="Georgia,serif" fill="{colours["on-brand"]}">{letter}</text></svg>'
    )


def _answer(request: Request, content: bytes, kind: str) -> Response:
    etag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    headers = {"ETag": etag, "Cache-Control": ASK_FIRST}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=kind)


ROUTES = [
    guarded("/brand.css", stylesheet, Audience.ANYONE),
    guarded("/brand/logo", logo, Audience.ANYONE),
]
