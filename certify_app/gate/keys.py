"""The gate of the API: a key in the Authorization header, a scope, and so many a minute.

No cookie counts here, so no page elsewhere can make a browser send what lets it in.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from math import ceil

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from certify_app.db.engine import read, write
from certify_app.domain.api_keys.queries import Machine, find_machine, note_use
from certify_app.domain.api_keys.scopes import Scope
from certify_app.domain.clock import now
from certify_app.domain.permissions import Audience
from certify_app.domain.rate_limits import Count, add
from certify_app.gate.problem_json import problem
from certify_app.gate.routes import GuardedRoute

KeyedEndpoint = Callable[[Request, Machine], Awaitable[Response]]
MOST, WINDOW = 600, timedelta(minutes=1)
"""Requests of one key."""

LONGEST_KEY = 200
EVERY_METHOD = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="Certify API"'}


class KeyedRoute(GuardedRoute):
    """A route for API keys; a test refuses any of the API that is neither this nor public."""


def keyed(path: str, endpoint: KeyedEndpoint, scopes: Mapping[str, Scope]) -> KeyedRoute:
    """`scopes` says what each method needs; other methods are answered with 405."""

    async def checked(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        if method not in scopes:
            allowed = {"Allow": ", ".join(sorted(scopes))}
            return problem(405, f"{request.method} is not possible here.", headers=allowed)
        machine = await _machine(request)
        if machine is None:
            return problem(401, _unknown(request), headers=CHALLENGE)
        counted = await write(_count, machine)
        if counted.count > MOST:
            return _wait(counted)
        if not machine.may(scopes[method]):
            refused = problem(403, f"This key may not do that: it lacks {scopes[method]}.")
            return _with_limits(refused, counted)
        return _with_limits(await endpoint(request, machine), counted)

    route = KeyedRoute(path, checked, methods=list(EVERY_METHOD))
    route.audience, route.from_anywhere = Audience.API_KEY, True
    return route


async def _machine(request: Request) -> Machine | None:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    key = key.strip()
    if scheme.lower() != "bearer" or not key or len(key) > LONGEST_KEY:
        return None
    return await read(find_machine, key)


def _unknown(request: Request) -> str:
    if "authorization" not in request.headers:
        return "Send an API key: Authorization: Bearer certify_…"
    return "This API key is not known, has expired or was revoked."


def _count(session: Session, machine: Machine) -> Count:
    if machine.is_to_be_noted:
        note_use(session, machine.key_id)
    return add(session, f"api:{machine.key_id}", 1, WINDOW)


def _wait(counted: Count) -> Response:
    headers = {"Retry-After": str(_seconds(counted))}
    return _with_limits(problem(429, "Too many requests with this key.", headers=headers), counted)


def _with_limits(response: Response, counted: Count) -> Response:
    response.headers["RateLimit-Limit"] = str(MOST)
    response.headers["RateLimit-Remaining"] = str(max(0, MOST - counted.count))
    response.headers["RateLimit-Reset"] = str(_seconds(counted))
    return response


def _seconds(counted: Count) -> int:
    return max(1, ceil((counted.window_ends_at - now()).total_seconds()))
