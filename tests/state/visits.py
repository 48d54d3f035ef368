"""A State as a page of the portal finds it: at an address, with a cookie, in a network."""

from __future__ import annotations

from typing import Any, TypeVar

import reflex as rx
from reflex.istate.data import RouterData

S = TypeVar("S", bound=rx.State)


def at(cls: type[S], address: str, cookie: str = "", network: str = "192.0.2.7") -> S:
    """The State on a page such as "/cy/login?problem=ended"."""
    state: S = cls(_reflex_internal_init=True)  # type: ignore[call-arg]
    router_data: dict[str, Any] = {
        "pathname": address.split("?")[0],
        "asPath": address,
        "headers": {"cookie": cookie, "origin": "http://localhost:8000"},
        "ip": network,
    }
    state.router_data = router_data
    state.router = RouterData.from_router_data(router_data)
    return state
