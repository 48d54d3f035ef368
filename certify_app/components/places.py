"""The places of the portal, and which of them this build has pages for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from certify_app.locales import N_


@dataclass(frozen=True)
class Place:
    """`label` is a msgid, `icon` a lucide name."""

    route: str
    label: str
    icon: str


PORTAL = (
    Place("/dashboard", N_("Dashboard"), "layout-dashboard"),
    Place("/documents", N_("Documents"), "file-badge"),
    Place("/store", N_("Store"), "store"),
    Place("/orders", N_("Orders"), "package"),
    Place("/connections", N_("Connections"), "users-round"),
)
FOOTER = (
    Place("/help", N_("Help and contact"), "life-buoy"),
    Place("/privacy", N_("Privacy notice"), "shield"),
    Place("/accessibility", N_("Accessibility statement"), "accessibility"),
    Place("/cookies", N_("Cookie statement"), "cookie"),
    Place("/terms", N_("Terms"), "scroll-text"),
)
_built: set[str] = set()


def remember(routes: Iterable[str]) -> None:
    """Called once with the route of every page, before any is compiled."""
    _built.update(routes)


def exists(route: str) -> bool:
    """Whether a link to this page leads somewhere."""
    return route in _built


def open_places(places: Iterable[Place]) -> list[Place]:
    return [place for place in places if exists(place.route)]
