"""The servers that benchmarks/verification.py compares; all under uvicorn with h11."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import threading
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp

PADDING = "<p>" + "x" * 8_200 + "</p>"
QUERY = """SELECT a.reference, a.awarded_name, q.title, a.award_date, a.status
FROM award a JOIN qualification q ON q.id = a.qualification_id WHERE a.reference = ?"""
_own = threading.local()


async def constant(request: Request) -> HTMLResponse:
    return HTMLResponse(f"<p>{request.query_params['reference']}</p>{PADDING}")


async def lookup(request: Request) -> HTMLResponse:
    row = await asyncio.to_thread(find, request.query_params["reference"])
    return HTMLResponse("".join(f"<p>{value}</p>" for value in row) + PADDING)


def find(reference: str) -> tuple[str, ...]:
    if not hasattr(_own, "connection"):
        path = Path(os.environ["CERTIFY_DATA_DIR"]) / "certify.db"
        _own.connection = sqlite3.connect(path)
    row: tuple[str, ...] = _own.connection.execute(QUERY, (reference,)).fetchone()
    return row


def product() -> ASGIApp:
    from datetime import timedelta

    from certify_app.domain.verification import limits
    from certify_app.serving import prepare_reflex

    prepare_reflex()
    boundless = limits.Limit(10**12, timedelta(minutes=1))
    limits.CHECKS = limits.EVERYBODYS_CHECKS = boundless
    from certify_app.certify_app import app

    return app()


def server(kind: str) -> ASGIApp:
    if kind == "product":
        return product()
    endpoint = {"constant": constant, "lookup": lookup}[kind]
    return Starlette(routes=[Route("/verify", endpoint)])


if __name__ == "__main__":
    uvicorn.run(
        server(sys.argv[1]),
        host="127.0.0.1",
        port=int(sys.argv[2]),
        http="h11",
        ws="wsproto",
        access_log=False,
        server_header=False,
        log_level="warning",
        proxy_headers=False,
    )
