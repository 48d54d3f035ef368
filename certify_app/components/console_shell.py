"""The frame of the awarding body's console: places at the left, in a drawer on phones."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.account_menu import account_menu
from certify_app.components.brand_mark import brand_mark
from certify_app.components.console_places import GROUPS, ConsolePlace
from certify_app.components.footer import page_footer
from certify_app.components.frame import frame, place_link
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.menu import CLOSE
from certify_app.components.places import exists
from certify_app.components.script import at_once
from certify_app.components.skip_link import MAIN
from certify_app.components.text import page_title
from certify_app.components.values import FromState
from certify_app.domain.accounts.models import StaffRole
from certify_app.domain.acts import Act
from certify_app.locales import N_, _
from certify_app.state.me import Me

DRAWER = "console-places"
ME: FromState = Me
ROLES = {
    StaffRole.ADMINISTRATOR: N_("Administrator"),
    StaffRole.OFFICER: N_("Officer"),
    StaffRole.FINANCE: N_("Finance"),
    StaffRole.READ_ONLY: N_("Read-only"),
}
ENTRY = (
    "flex items-center gap-3 min-h-9 px-3 rounded-field text-note text-body transition-colors hover:bg-brand-tint "
    "max-lg:min-h-11 aria-[current=page]:bg-brand-tint aria-[current=page]:text-brand-text aria-[current=page]:font-semibold"
)


def console_shell(*content: Any, active: str = "/console") -> rx.Component:
    """`active` is the route of the place one is in, such as "/console/learners"."""
    middle = rx.el.div(
        rx.el.nav(
            rx.el.div(
                *_groups(active), class_name="sticky top-0 max-h-dvh overflow-y-auto px-3 py-5"
            ),
            aria_label=_("Console"),
            class_name="hidden lg:block w-60 shrink-0 border-r border-line bg-surface print:hidden",
        ),
        rx.el.div(
            rx.el.main(
                *content,
                id=MAIN,
                tab_index=-1,
                class_name="mx-auto w-full max-w-[76rem] grow px-4 pt-6 sm:px-8 lg:pt-8",
            ),
            page_footer(),
            class_name="flex min-w-0 grow flex-col",
        ),
        class_name="flex grow",
    )
    return frame(_top_bar(active), middle, loads=())


def console_title(
    title: Any, lead: Any = None, *aside: rx.Component, crumbs: tuple[tuple[Any, str], ...] = ()
) -> rx.Component:
    """The title of a page; `crumbs` are words and addresses of the pages above it."""
    return rx.el.div(
        _breadcrumb(crumbs, title) if crumbs else None, page_title(title, lead, *aside)
    )


def if_may(act: Act, *shown: Any) -> rx.Component:
    """Only for roles that may; the gate refuses the others whatever is shown."""
    return rx.cond(may_do(act), rx.fragment(*shown))


def may_do(act: Act) -> FromState:
    return ME.may.contains(act.value)


def role_name(role: FromState) -> rx.Component:
    """In words; a Var is looked up in the browser."""
    return rx.match(role, *[(role.value, _(name)) for role, name in ROLES.items()], "")


def _breadcrumb(crumbs: tuple[tuple[Any, str], ...], title: Any) -> rx.Component:
    steps = [
        rx.el.li(
            link(words, href=href),
            icon("chevron-right", 14, "text-muted"),
            class_name="inline-flex items-center gap-1.5",
        )
        for words, href in crumbs
    ]
    here = rx.el.li(title, aria_current="page", class_name="text-muted truncate max-w-[20rem]")
    return rx.el.nav(
        rx.el.ol(*steps, here, class_name="flex flex-wrap items-center gap-1.5 text-note"),
        aria_label=_("Breadcrumb"),
        class_name="mb-2 print:hidden",
    )


def _top_bar(active: str) -> rx.Component:
    who = rx.el.div(
        rx.el.p(ME.first_name, " ", ME.last_name, class_name="font-semibold text-ink"),
        rx.el.p(role_name(ME.role), class_name="text-caption text-muted"),
        class_name="px-3 pt-2 pb-3 mb-1 border-b border-line",
    )
    return rx.el.header(
        rx.el.div(
            *_drawer(active),
            brand_mark(_("Console"), href="/console"),
            rx.el.div(account_menu(profile="/console/security", below=who), class_name="ml-auto"),
            class_name="flex min-h-16 items-center gap-2 px-3 sm:px-5",
        ),
        class_name="border-b border-line bg-surface print:hidden",
    )


def _drawer(active: str) -> list[rx.Component]:
    opener = rx.el.button(
        icon("menu", 24),
        aria_label=_("Menu"),
        type="button",
        custom_attrs={"popoverTarget": DRAWER},
        class_name="lg:hidden grid place-items-center size-11 shrink-0 rounded-field text-ink hover:bg-brand-tint",
    )
    closer = rx.el.button(
        icon("x", 22),
        aria_label=_("Close"),
        type="button",
        custom_attrs={"popoverTarget": DRAWER, "popoverTargetAction": "hide"},
        class_name="ml-auto grid place-items-center size-11 rounded-field text-muted hover:bg-brand-tint",
    )
    places = rx.el.nav(
        closer,
        *_groups(active),
        aria_label=_("Console, in a drawer"),
        id=DRAWER,
        custom_attrs={"popover": "auto", "onClick": at_once(CLOSE)},
        class_name="drawer",
    )
    return [opener, places]


def _groups(active: str) -> list[rx.Component]:
    shown = [(name, [p for p in places if exists(p.route)]) for name, places in GROUPS]
    return [_group(name, places, active) for name, places in shown if places]


def _group(name: str, places: list[ConsolePlace], active: str) -> rx.Component:
    allowed = ME.may.contains(places[0].act.value)
    for place in places[1:]:
        allowed = allowed | ME.may.contains(place.act.value)
    heading = rx.el.p(_(name), class_name="px-3 mb-1 text-caption font-semibold text-muted")
    items = [
        rx.cond(
            ME.may.contains(p.act.value),
            rx.el.li(place_link(p, active, ENTRY, 18)),
        )
        for p in places
    ]
    group = rx.el.div(
        heading if name else None,
        rx.el.ul(*items, class_name="flex flex-col gap-0.5"),
        class_name="mb-5",
    )
    return rx.cond(allowed, group)
