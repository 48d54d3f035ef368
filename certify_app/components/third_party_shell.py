"""The frame of the third-party portal: two places, and who is logged in."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.account_menu import avatar
from certify_app.components.banners import connection_banner, demo_banner
from certify_app.components.brand_mark import brand_mark
from certify_app.components.footer import page_footer
from certify_app.components.forms import plain_form
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.menu import menu, menu_button, menu_link
from certify_app.components.offline import keep_offline_page
from certify_app.components.places import Place, exists
from certify_app.components.portal_shell import BOTTOM, TOP
from certify_app.components.session_warning import session_warning
from certify_app.components.skip_link import MAIN, skip_link
from certify_app.locales import N_, _
from certify_app.state.brand import Brand
from certify_app.state.me import Me

PLACES = (
    Place("/third-party", N_("Connections"), "users-round"),
    Place("/third-party/search", N_("Search"), "search"),
)


def third_party_shell(*content: Any, active: str = "") -> rx.Component:
    """`active` is the route of the place one is in, such as "/third-party"."""
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
        rx.el.nav(
            rx.el.ul(
                *[
                    rx.el.li(_place(p, active, BOTTOM, 22), class_name="grow basis-0")
                    for p in PLACES
                ],
                class_name="flex",
            ),
            aria_label=_("Portal, at the bottom"),
            class_name="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface "
            "pb-[env(safe-area-inset-bottom)] md:hidden",
        ),
        session_warning(),
        on_mount=[Brand.load, Me.load, keep_offline_page()],
        class_name="flex min-h-dvh flex-col bg-ground "
        "max-md:pb-[calc(3.5rem+env(safe-area-inset-bottom))]",
    )


def _top_bar(active: str) -> rx.Component:
    places = rx.el.nav(
        rx.el.ul(*[rx.el.li(_place(p, active, TOP)) for p in PLACES], class_name="flex gap-1"),
        aria_label=_("Portal"),
        class_name="hidden md:block",
    )
    return rx.el.header(
        rx.el.div(
            brand_mark(_("Third-party Portal"), href="/third-party"),
            places,
            rx.el.div(
                account("/third-party/security"), class_name="ml-auto flex items-center gap-2"
            ),
            class_name="mx-auto flex min-h-16 max-w-[72rem] items-center gap-4 px-4 sm:px-6",
        ),
        class_name="border-b border-line bg-surface",
    )


def account(security: str) -> rx.Component:
    """`security` is the page where one changes the password."""
    return menu(
        [
            avatar(),
            rx.el.span(_("Hi,"), " ", Me.first_name, class_name="max-sm:sr-only truncate max-w-40"),
            icon("chevron-down", 16, "max-sm:hidden text-muted"),
        ],
        menu_link(_("Security"), "shield", security) if exists(security) else None,
        plain_form(menu_button(_("Logout"), "log-out", type="submit"), action="/logout"),
        id="account-menu",
        trigger_class="flex items-center gap-2 min-h-11 rounded-full pr-1 sm:pr-3 text-note "
        "text-ink hover:bg-brand-tint",
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
