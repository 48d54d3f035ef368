"""The front door: log in, register, or check somebody's certificate."""

from __future__ import annotations

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.plain_shell import plain_shell
from certify_app.components.text import page_title
from certify_app.locales import N_, _
from certify_app.state.start import Start

TITLE = N_("Welcome")
ON_LOAD = (Start.arrive,)


def show() -> rx.Component:
    return plain_shell(
        page_title(_(TITLE), _("What would you like to do?")),
        rx.el.ul(
            _way(_("Log in"), _("You have registered already"), "log-in", "/login"),
            _way(
                _("Register"),
                _("Your awarding body has enrolled you"),
                "user-round-plus",
                "/register",
            ),
            _way(
                _("Check a certificate"),
                _("You hold somebody's certificate or its reference"),
                "shield-check",
                "/verify",
                full_load=True,
            ),
            class_name="flex flex-col gap-3",
        ),
        organisation_line(),
    )


def organisation_line() -> rx.Component:
    """For those who check certificates at work; the login page says it too.

    One link: a second "Log in" or "Register" on the page would be taken for the learner's.
    """
    return rx.el.p(
        _("Checking certificates for an organisation?"),
        " ",
        link(_("Third-party Portal"), href="/third-party/login"),
        class_name="mt-6 text-note text-muted",
    )


def _way(name: str, when: str, icon_name: str, href: str, full_load: bool = False) -> rx.Component:
    words = rx.el.span(
        rx.el.span(name, class_name="block font-semibold text-ink"),
        " ",
        rx.el.span(when, class_name="block text-note text-muted"),
        class_name="min-w-0 grow",
    )
    return rx.el.li(
        link(
            _tile(icon_name),
            words,
            icon("chevron-right", 20, "text-muted"),
            href=href,
            full_load=full_load,
            class_name="flex items-center gap-4 rounded-card border border-line bg-surface p-4 shadow-card "
            "transition-colors hover:border-edge hover:bg-sunken",
        )
    )


def _tile(icon_name: str) -> rx.Component:
    return rx.el.span(
        icon(icon_name, 22),
        class_name="grid place-items-center size-11 shrink-0 rounded-field bg-brand-tint text-brand-text",
    )
