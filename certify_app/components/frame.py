"""What every page of the three portals stands in: banners, top bar, main part, footer."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.banners import connection_banner, demo_banner
from certify_app.components.brand_mark import brand_mark
from certify_app.components.footer import page_footer
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.offline import keep_offline_page
from certify_app.components.places import Place
from certify_app.components.session_warning import session_warning
from certify_app.components.skip_link import MAIN, skip_link
from certify_app.locales import _
from certify_app.state.brand import Brand
from certify_app.state.me import Me

TOP = (
    "inline-flex items-center min-h-10 px-3 rounded-field text-note text-body transition-colors hover:bg-brand-tint "
    "aria-[current=page]:bg-brand-tint aria-[current=page]:text-brand-text aria-[current=page]:font-semibold"
)
BOTTOM = (
    "flex flex-col items-center justify-center gap-1 min-h-14 px-1 text-[0.75rem]/4 text-muted "
    "aria-[current=page]:text-brand-text aria-[current=page]:font-semibold"
)
MIDDLE = "mx-auto w-full max-w-[72rem] px-4 pt-7 sm:px-6 md:pt-9"


def frame(
    header: rx.Component,
    main: rx.Component,
    *after: rx.Component,
    loads: tuple[Any, ...] = (),
    class_name: str = "",
) -> rx.Component:
    """`loads` are further handlers that fill the header."""
    return rx.el.div(
        skip_link(),
        demo_banner(),
        connection_banner(),
        header,
        main,
        *after,
        session_warning(),
        on_mount=[Brand.load, Me.load, *loads, keep_offline_page()],
        class_name=f"flex min-h-dvh flex-col bg-ground {class_name}",
    )


def portal_frame(
    *content: Any,
    name: str,
    home: str,
    places: list[Place],
    active: str,
    account: list[rx.Component],
    loads: tuple[Any, ...] = (),
) -> rx.Component:
    """A portal of few places: in the top bar, and at the bottom of phones."""
    main = rx.el.main(*content, id=MAIN, tab_index=-1, class_name=MIDDLE)
    return frame(
        _top_bar(name, home, places, active, account),
        main,
        page_footer(),
        _bottom_bar(places, active),
        loads=loads,
        class_name="max-md:pb-[calc(3.5rem+env(safe-area-inset-bottom))]",
    )


def _top_bar(
    name: str, home: str, places: list[Place], active: str, account: list[rx.Component]
) -> rx.Component:
    nav = rx.el.nav(
        rx.el.ul(*[rx.el.li(place_link(p, active, TOP)) for p in places], class_name="flex gap-1"),
        aria_label=_("Portal"),
        class_name="hidden md:block",
    )
    return rx.el.header(
        rx.el.div(
            brand_mark(name, href=home),
            nav,
            rx.el.div(*account, class_name="ml-auto flex items-center gap-2"),
            class_name="mx-auto flex min-h-16 max-w-[72rem] items-center gap-4 px-4 sm:px-6",
        ),
        class_name="border-b border-line bg-surface",
    )


def _bottom_bar(places: list[Place], active: str) -> rx.Component:
    items = [rx.el.li(place_link(p, active, BOTTOM, 22), class_name="grow basis-0") for p in places]
    return rx.el.nav(
        rx.el.ul(*items, class_name="flex"),
        aria_label=_("Portal, at the bottom"),
        class_name="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden",
    )


def place_link(place: Place, active: str, look: str, drawn: int = 0) -> rx.Component:
    """`drawn` is the size of its icon; 0 for none."""
    here: dict[str, Any] = {"aria_current": "page"} if place.route == active else {}
    return link(
        icon(place.icon, drawn) if drawn else None,
        rx.el.span(_(place.label)),
        href=place.route,
        class_name=look,
        **here,
    )
