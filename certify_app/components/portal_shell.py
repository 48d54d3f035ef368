"""The frame of the learner portal: top bar, bottom tab bar on phones, footer."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.account_menu import account_menu
from certify_app.components.banners import connection_banner, demo_banner
from certify_app.components.basket_menu import basket_menu
from certify_app.components.brand_mark import brand_mark
from certify_app.components.footer import page_footer
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.offline import keep_offline_page
from certify_app.components.places import PORTAL, Place, open_places
from certify_app.components.session_warning import session_warning
from certify_app.components.skip_link import MAIN, skip_link
from certify_app.locales import _
from certify_app.state.brand import Brand
from certify_app.state.me import Me
from certify_app.state.portal.basket import Basket

TOP = (
    "inline-flex items-center min-h-10 px-3 rounded-field text-note text-body transition-colors hover:bg-brand-tint "
    "aria-[current=page]:bg-brand-tint aria-[current=page]:text-brand-text aria-[current=page]:font-semibold"
)
BOTTOM = (
    "flex flex-col items-center justify-center gap-1 min-h-14 px-1 text-[0.75rem]/4 text-muted "
    "aria-[current=page]:text-brand-text aria-[current=page]:font-semibold"
)


def portal_shell(*content: Any, active: str = "") -> rx.Component:
    """`active` is the route of the place one is in, such as "/documents"."""
    return rx.el.div(
        skip_link(),
        demo_banner(),
        connection_banner(),
        _top_bar(active),
        rx.el.main(
            *content,
            id=MAIN,
            tab_index=-1,
            class_name="mx-auto w-full max-w-[72rem] px-4 pt-7 sm:px-6 md:pt-9",
        ),
        page_footer(),
        _bottom_bar(active),
        session_warning(),
        on_mount=[Brand.load, Me.load, Basket.load, keep_offline_page()],
        class_name="flex min-h-dvh flex-col bg-ground max-md:pb-[calc(3.5rem+env(safe-area-inset-bottom))]",
    )


def _top_bar(active: str) -> rx.Component:
    places = rx.el.nav(
        rx.el.ul(
            *[rx.el.li(_place(p, active, TOP)) for p in open_places(PORTAL)],
            class_name="flex gap-1",
        ),
        aria_label=_("Portal"),
        class_name="hidden md:block",
    )
    return rx.el.header(
        rx.el.div(
            brand_mark(_("Learner Portal"), href="/dashboard"),
            places,
            rx.el.div(basket_menu(), account_menu(), class_name="ml-auto flex items-center gap-2"),
            class_name="mx-auto flex min-h-16 max-w-[72rem] items-center gap-4 px-4 sm:px-6",
        ),
        class_name="border-b border-line bg-surface",
    )


def _bottom_bar(active: str) -> rx.Component:
    items = [
        rx.el.li(_place(p, active, BOTTOM, 22), class_name="grow basis-0")
        for p in open_places(PORTAL)
    ]
    return rx.el.nav(
        rx.el.ul(*items, class_name="flex"),
        aria_label=_("Portal, at the bottom"),
        class_name="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden",
    )


def _place(place: Place, active: str, look: str, drawn: int = 0) -> rx.Component:
    here: dict[str, Any] = {"aria_current": "page"} if place.route == active else {}
    return link(
        icon(place.icon, drawn) if drawn else None,
        rx.el.span(_(place.label)),
        href=place.route,
        class_name=look,
        **here,
    )
