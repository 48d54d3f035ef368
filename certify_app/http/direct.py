"""A way past the list of routes for those that are asked most."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.types import ASGIApp, Receive, Scope, Send

from certify_app.gate.routes import GuardedRoute


class Direct:
    """Answers routes without parameters by their path alone; the rest goes on.

    They stay in the list as well, which says what to a method they do not take.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[GuardedRoute]) -> None:
        self.app = app
        self.routes = {
            (route.path, method): route.app for route in routes for method in route.methods or ()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            found = self.routes.get((scope["path"], scope["method"]), self.app)
            await found(scope, receive, send)
        else:
            await self.app(scope, receive, send)
