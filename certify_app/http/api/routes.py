"""Every operation of the API, and the routes made of them."""

from __future__ import annotations

from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from certify_app.domain.permissions import Audience
from certify_app.gate.problem_json import problem
from certify_app.gate.routes import GuardedRoute, guarded
from certify_app.http.api import (
    awards,
    documents,
    learners,
    orders,
    qualifications,
    verify_bulk,
    webhooks,
)
from certify_app.http.api.answering import PREFIX, route_of
from certify_app.http.api.docs_page import docs
from certify_app.http.api.openapi import openapi
from certify_app.http.api.operation import Operation

OPERATIONS: list[Operation] = [
    *learners.OPERATIONS,
    *qualifications.OPERATIONS,
    *awards.OPERATIONS,
    *documents.OPERATIONS,
    *orders.OPERATIONS,
    *verify_bulk.OPERATIONS,
    *webhooks.OPERATIONS,
]
EVERY_METHOD = ("GET", "POST", "PUT", "PATCH", "DELETE")


async def show_openapi(_: Request) -> Response:
    return Response(openapi(OPERATIONS), media_type="application/json")


async def show_docs(_: Request) -> Response:
    return docs(OPERATIONS)


async def nothing_here(_: Request) -> Response:
    return problem(404, "There is no such address in the API. See /api/v1/docs.")


def _routes() -> list[GuardedRoute]:
    """Those of one path stand together; longer paths come first, as a part may hold slashes."""
    ordered = sorted(OPERATIONS, key=lambda one: (-one.path.count("/"), "{" in one.path, one.path))
    return [route_of(list(group)) for _path, group in groupby(ordered, key=lambda one: one.path)]


ROUTES = [
    guarded(f"{PREFIX}/openapi.json", show_openapi, Audience.ANYONE),
    guarded(f"{PREFIX}/docs", show_docs, Audience.ANYONE),
    *_routes(),
    guarded(
        f"{PREFIX}/{{rest:anything}}",
        nothing_here,
        Audience.ANYONE,
        methods=EVERY_METHOD,
        from_anywhere=True,
    ),
]
