"""Login or Register (guide 2.3)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import submit
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import text_field
from certify_app.components.forms import plain_form
from certify_app.components.hydrated import once_known
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.notice import notice
from certify_app.components.passkey import passkey_login
from certify_app.components.password_field import password_field
from certify_app.components.plain_shell import plain_shell
from certify_app.components.skeleton import bar
from certify_app.components.text import page_title
from certify_app.domain.accounts.demo_people import PARTS
from certify_app.locales import N_, _
from certify_app.pages.public.start import organisation_line
from certify_app.state.portal.login import Login

TITLE = N_("Login or Register")
ERRORS = once_known(Login.errors)
AS_THE_GUIDE = "inline-block first-letter:uppercase"
"""The guide's labels are in lower case; they look like all others."""


def login() -> rx.Component:
    return plain_shell(
        _messages(),
        page_title(_(TITLE), _register_line()),
        _form(),
        rx.el.div(passkey_login(_further()), class_name="mt-3"),
        _check_line(),
        organisation_line(),
        _demo(),
    )


def _messages() -> rx.Component:
    return rx.fragment(
        error_summary(ERRORS),
        rx.cond(Login.done != "", rx.el.div(notice(Login.done, kind="ok"), class_name="mb-6")),
        rx.cond(Login.ended != "", rx.el.div(notice(Login.ended), class_name="mb-6")),
    )


def _register_line() -> Any:
    return rx.fragment(
        _("New here?"),
        " ",
        link(_("Register"), href="/register", class_name=STRONG),
        " ",
        _("with the email your awarding body has."),
    )


def _form() -> rx.Component:
    return plain_form(
        text_field(
            "email",
            rx.el.span(_("email address"), class_name=AS_THE_GUIDE),
            errors=ERRORS,
            default_value=Login.email,
            auto_complete="username",
            input_mode="email",
            auto_capitalize="none",
            spell_check=False,
            max_length=254,
        ),
        password_field(
            "password",
            rx.el.span(_("password"), class_name=AS_THE_GUIDE),
            errors=ERRORS,
        ),
        rx.el.p(link(_("Forgot my password"), href="/forgot-password"), class_name="-mt-2 mb-6"),
        _further(),
        submit(_("Log in"), wide=True),
        action="/session/login",
    )


def _further() -> rx.Component:
    return rx.el.input(type="hidden", name="next", value=Login.further)


def _check_line() -> rx.Component:
    return rx.el.p(
        icon("shield-check", 20),
        rx.el.span(
            _("Checking someone's certificate?"),
            " ",
            link(_("Verify it here"), href="/verify", full_load=True),
        ),
        class_name="mt-8 flex gap-2.5 border-t border-line pt-6 text-note text-muted",
    )


def _demo() -> rx.Component:
    """There in demo mode alone, and with its height from the first paint on."""
    return rx.el.section(
        rx.el.h2(_("Try the demo as"), id="demo-people", class_name="serif text-xl/7 mb-3"),
        rx.el.ul(
            rx.cond(
                rx.State.is_hydrated,
                rx.fragment(rx.foreach(Login.demo, _demo_person), key="known"),
                rx.fragment(*[rx.el.li(bar("w-full", "h-15.5")) for _part in PARTS], key="waiting"),
            ),
            class_name="grid gap-2 sm:grid-cols-2",
        ),
        aria_labelledby="demo-people",
        class_name="[display:var(--demo-banner,none)] mt-6 border-t border-line pt-6",
    )


def _demo_person(person: Any) -> rx.Component:
    button = rx.el.button(
        rx.el.span(person["name"], class_name="block font-semibold text-ink truncate"),
        " ",
        rx.el.span(person["role"], class_name="block text-caption text-muted"),
        type="submit",
        class_name="w-full min-h-11 rounded-field border border-line bg-surface px-3.5 py-2 text-left "
        "shadow-card transition-colors hover:border-edge hover:bg-sunken",
    )
    hidden_part = rx.el.input(type="hidden", name="part", value=person["part"])
    return rx.el.li(plain_form(hidden_part, button, action="/session/demo"), key=person["part"])


STRONG = "font-semibold text-brand-text underline underline-offset-[3px] rounded-sm"
