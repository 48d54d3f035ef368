"""For whatever watches over the process: alive, and ready to be sent requests."""

from __future__ import annotations

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse

from certify_app.db.engine import database
from certify_app.db.migrate import is_current
from certify_app.domain.permissions import Audience
from certify_app.gate.routes import guarded
from certify_app.jobs.in_process import workers_are_alive


async def alive(_: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


async def ready(_: Request) -> JSONResponse:
    """503 until the database answers, has every migration, and the worker works."""
    if reason := await asyncio.to_thread(why_not_ready):
        return JSONResponse({"status": "not ready", "reason": reason}, 503)
    return JSONResponse({"status": "ready"})


def why_not_ready() -> str:
    """A reason without names or addresses; "" when all is well."""
    try:
        if not is_current(database()):
            return "the database lacks migrations"
    except SQLAlchemyError:
        return "the database does not answer"
    return "" if workers_are_alive() else "the worker has stopped"


ROUTES = [
    guarded("/healthz", alive, Audience.ANYONE),
    guarded("/readyz", ready, Audience.ANYONE),
]
