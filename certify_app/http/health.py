"""For whatever watches over the process: alive, ready, and a few figures."""

from __future__ import annotations

import asyncio
import resource
import time
from collections import Counter
from importlib.metadata import version

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from certify_app.db.engine import database
from certify_app.db.migrate import is_current
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import guarded

STARTED = time.time()
answered: Counter[tuple[str, int]] = Counter()


async def alive(_: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


async def ready(_: Request) -> JSONResponse:
    """503 until the database answers and has every migration."""
    if reason := await asyncio.to_thread(why_not_ready):
        return JSONResponse({"status": "not ready", "reason": reason}, 503)
    return JSONResponse({"status": "ready"})


def why_not_ready() -> str:
    """A reason without names or addresses; "" when all is well."""
    try:
        return "" if is_current(database()) else "the database lacks migrations"
    except SQLAlchemyError:
        return "the database does not answer"


async def metrics(_: Request) -> PlainTextResponse:
    """Prometheus text; holds no address, name or reference."""
    lines = [
        f'certify_build_info{{version="{version("certify")}",reflex="{version("reflex")}"}} 1',
        f"process_start_time_seconds {STARTED:.0f}",
        f"process_cpu_seconds_total {time.process_time():.2f}",
        f"process_max_resident_memory_bytes {_peak_memory_bytes()}",
    ]
    lines += [
        f'certify_responses_total{{class="{kind}",status="{status}"}} {count}'
        for (kind, status), count in sorted(answered.items())
    ]
    return PlainTextResponse("\n".join(lines) + "\n")


def _peak_memory_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def route_class(path: str) -> str:
    """One of a few words, so that no reference ends up in a metric."""
    first = path.strip("/").split("/", 1)[0]
    return first if first in {"assets", "api", "verify", "healthz", "readyz", "metrics"} else "page"


class CountAnswers:
    """Counts responses by kind of route and status."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def counting(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered[route_class(scope["path"]), message["status"]] += 1
            await send(message)

        await self.app(scope, receive, counting)


ROUTES = [
    guarded("/healthz", alive, Audience.ANYONE),
    guarded("/readyz", ready, Audience.ANYONE),
    guarded("/metrics", metrics, Audience.ANYONE),
]
