"""The gate before every HTTP route: each is made by `guarded`, which asks for an audience.

Requests that change something must come from our own pages (Origin), because the
cookie alone would also be sent from a form elsewhere.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from certify_app.domain.accounts.sessions import Who
from certify_app.domain.acts import Act, may
from certify_app.domain.permissions import Audience, may_use
from certify_app.domain.second_step.required import must_set_up_second_step
from certify_app.gate.cookie import who_asks
from certify_app.gate.origin import is_own_origin

Endpoint = Callable[[Request], Awaitable[Response]]
SAFE = frozenset({"GET", "HEAD"})


class GuardedRoute(Route):
    """A route that knows who may use it; a test refuses any other kind."""

    audience: Audience
    from_anywhere: bool
    act: Act | None


def guarded(
    path: str,
    endpoint: Endpoint,
    audience: Audience,
    methods: tuple[str, ...] = ("GET",),
    from_anywhere: bool = False,
    act: Act | None = None,
) -> GuardedRoute:
    """A route for one audience; for staff, `act` is what their role must allow.

    `from_anywhere` lifts the Origin check, for machines that sign what they send.
    """

    async def checked(request: Request) -> Response:
        if request.method not in SAFE and not from_anywhere and not is_own_origin(request):
            return Response("This form was not sent from our page.", 403)
        request.state.who = await who_asks(request)
        if not may_use(audience, request.state.who):
            return _refused(request)
        if act is not None and not may(request.state.who, act):
            return _refused(request)
        if audience is Audience.STAFF and must_set_up_second_step(who_asked(request)):
            return RedirectResponse("/console/security", 303)
        return await endpoint(request)

    route = GuardedRoute(path, checked, methods=list(methods))
    route.audience, route.from_anywhere, route.act = audience, from_anywhere, act
    return route


def _refused(request: Request) -> Response:
    if request.state.who is None and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/login?problem=ended", 303)
    return Response(status_code=403 if request.state.who else 401)


def who_asked(request: Request) -> Who:
    """The one behind a request that passed a gate for those logged in."""
    who: Who = request.state.who
    return who


def address_of(request: Request) -> str:
    """The caller's network address, as the server in front of us is trusted to give it."""
    return request.client.host if request.client else ""
