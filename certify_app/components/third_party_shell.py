"""The frame of the third-party portal: two places, and who is logged in."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.account_menu import account_menu
from certify_app.components.frame import portal_frame
from certify_app.components.places import Place
from certify_app.locales import N_, _

PLACES = [
    Place("/third-party", N_("Connections"), "users-round"),
    Place("/third-party/search", N_("Search"), "search"),
]


def third_party_shell(*content: Any, active: str = "") -> rx.Component:
    """`active` is the route of the place one is in, such as "/third-party"."""
    return portal_frame(
        *content,
        name=_("Third-party Portal"),
        home="/third-party",
        places=PLACES,
        active=active,
        account=[account_menu(profile="/third-party/security")],
    )
