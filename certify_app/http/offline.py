"""For a device without a connection: a page it keeps, and the worker that shows it.

The worker touches nothing while there is a connection.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from certify_app.domain.permissions import Audience
from certify_app.gate.routes import guarded
from certify_app.http.message_page import OFFLINE, message_page

WORKER = """\
const KEPT = "certify-offline-1", PAGE = "/offline";
addEventListener("install", (e) => e.waitUntil(caches.open(KEPT).then((kept) => kept.add(PAGE))));
addEventListener("fetch", (e) => {
  if (e.request.mode === "navigate" && !navigator.onLine) e.respondWith(caches.match(PAGE));
});
"""


async def page(_request: Request) -> Response:
    return HTMLResponse(message_page(*OFFLINE), headers={"Cache-Control": "no-cache"})


async def worker(_request: Request) -> Response:
    return Response(WORKER, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


ROUTES = [
    guarded("/offline", page, Audience.ANYONE),
    guarded("/offline-worker.js", worker, Audience.ANYONE),
]
