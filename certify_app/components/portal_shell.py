"""The frame of the learner portal: top bar, bottom tab bar on phones, footer."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.account_menu import account_menu
from certify_app.components.basket_menu import basket_menu
from certify_app.components.frame import portal_frame
from certify_app.components.places import PORTAL, open_places
from certify_app.locales import _
from certify_app.state.portal.basket import Basket


def portal_shell(*content: Any, active: str = "") -> rx.Component:
    """`active` is the route of the place one is in, such as "/documents"."""
    return portal_frame(
        *content,
        name=_("Learner Portal"),
        home="/dashboard",
        places=open_places(PORTAL),
        active=active,
        account=[basket_menu(), account_menu()],
        loads=(Basket.load,),
    )
