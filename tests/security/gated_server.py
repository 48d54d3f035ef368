"""The real app in a process of its own, with the probes, listing what it offers.

Run as `python -m tests.security.gated_server FOLDER PORT`. It compiles nothing.
"""

from __future__ import annotations

import inspect
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def main(folder: Path, port: int) -> None:
    os.environ["REFLEX_WEB_WORKDIR"] = str(folder / "web")
    from certify_app.serving import prepare_reflex

    prepare_reflex()
    import uvicorn
    from starlette.responses import PlainTextResponse

    import certify_app.certify_app as portal
    from certify_app.domain.permissions import Audience
    from certify_app.gate.routes import guarded
    from tests.security import probes

    async def open_door(request: Any) -> PlainTextResponse:
        probes.gate(request.path_params["name"]).set()
        return PlainTextResponse("open")

    for layer in portal.app.api_transformer:
        if hasattr(layer, "routes"):
            layer.routes.insert(0, guarded("/test/door/{name}", open_door, Audience.ANYONE))
    if os.environ.get("LEAVE_GATE_OUT"):
        portal.app._middlewares.clear()  # for benchmarks/gate.py
    asgi = portal.app()
    offers = {"handlers": list(handlers()), "routes": list(routes(asgi)), "states": list(states())}
    (folder / "offers.json").write_text(json.dumps(offers))
    uvicorn.run(asgi, host="127.0.0.1", port=port, ws="wsproto", log_level="warning")


def handlers() -> Iterator[dict[str, Any]]:
    from reflex_base.registry import RegistrationContext

    from certify_app.gate.events import act_of

    for name, registered in RegistrationContext.get().event_handlers.items():
        state = registered.states[0] if registered.states else None
        parameters = list(inspect.signature(registered.handler.fn).parameters)[1:]
        yield {
            "name": name,
            "module": state.__module__ if state else "",
            "state": state.__name__ if state else "",
            "audience": state.__dict__.get("audience") if state else None,
            "act": act_of(name),
            "parameters": parameters,
        }


def states() -> Iterator[dict[str, Any]]:
    from reflex_base.registry import RegistrationContext

    for name, state in RegistrationContext.get().base_states.items():
        yield {
            "name": name,
            "module": state.__module__,
            "audience": state.__dict__.get("audience"),
            "vars": sorted(state.vars),
        }


def routes(app: Any) -> Iterator[dict[str, Any]]:
    """Every route, through whatever is wrapped around it."""
    from starlette.applications import Starlette
    from starlette.routing import Mount

    if isinstance(app, Starlette):
        for route in app.routes:
            if isinstance(route, Mount):
                yield {"path": route.path, "kind": "Mount", "audience": None, "methods": []}
                yield from routes(route.app)
            else:
                yield {
                    "path": getattr(route, "path", "?"),
                    "kind": type(route).__name__,
                    "audience": getattr(route, "audience", None),
                    "methods": sorted(getattr(route, "methods", None) or []),
                    "from_anywhere": getattr(route, "from_anywhere", False),
                    "act": getattr(route, "act", None),
                }
    elif hasattr(app, "app"):
        yield from routes(app.app)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
