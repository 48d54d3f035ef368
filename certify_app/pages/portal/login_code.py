"""The second page of the login: the app's code, or a recovery code."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import submit
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import text_field
from certify_app.components.forms import plain_form
from certify_app.components.hydrated import once_known
from certify_app.components.links import link
from certify_app.components.plain_shell import plain_shell
from certify_app.components.text import page_title
from certify_app.components.values import FromState
from certify_app.locales import N_, _
from certify_app.state.portal.login_code import LoginCode

TITLE = N_("Enter your code")
RECOVERY = N_("Use a recovery code")
STATE: FromState = LoginCode


def with_app() -> rx.Component:
    errors = once_known(STATE.errors)
    code = text_field(
        "code",
        _("Code"),
        hint=_("The 6 digits that the app shows now. They change every half minute."),
        errors=errors,
        width="max-w-48",
        auto_complete="one-time-code",
        input_mode="numeric",
        max_length=20,
    )
    return plain_shell(
        error_summary(errors),
        page_title(_(TITLE), _("Open your authenticator app and look for this account.")),
        plain_form(code, submit(_("Log in"), wide=True), action="/session/login/code"),
        _further(link(_(RECOVERY), href="/login/recovery-code")),
    )


def with_recovery_code() -> rx.Component:
    errors = once_known(STATE.errors)
    code = text_field(
        "recovery_code",
        _("Recovery code"),
        hint=_("One of the ten you kept, such as k7m2p-9qxab. Each works once."),
        errors=errors,
        width="max-w-64",
        auto_complete="off",
        auto_capitalize="none",
        spell_check=False,
        max_length=40,
    )
    return plain_shell(
        error_summary(errors),
        page_title(_(RECOVERY), _("For when you do not have your phone.")),
        plain_form(code, submit(_("Log in"), wide=True), action="/session/login/code"),
        _further(link(_("Use my authenticator app"), href="/login/code")),
    )


def _further(other: rx.Component) -> rx.Component:
    return rx.el.p(
        other,
        link(_("Start again"), href="/login"),
        class_name="mt-8 flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-6 text-note",
    )
