"""A dialog that asks for the password again, and then goes on with what was wanted."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import submit
from certify_app.components.dialog import dialog
from certify_app.components.error_summary import error_summary
from certify_app.components.forms import form
from certify_app.components.links import link
from certify_app.components.password_field import password_field
from certify_app.components.text import paragraph
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.security.confirm_password import FIELD, ConfirmPassword

STATE: FromState = ConfirmPassword


def confirm_password_dialog(purpose: str, then: Any) -> rx.Component:
    """`then` is a handler without parameters that does what was asked for.

    It runs after every try, so its use case starts with `require_confirmed`. Where that
    raises PasswordNotGivenAgain, the handler returns `ConfirmPassword.ask(purpose)`;
    `purpose` is a name of its own for each dialog of a page.
    """
    field = FIELD + purpose
    return dialog(
        paragraph(_("Enter your password again, so that we know it is you.")),
        form(
            error_summary(STATE.errors, id=f"{field}-problems"),
            password_field(field, _("Your password"), errors=STATE.errors),
            rx.el.p(
                link(_("I have no password, or forgot it"), href="/forgot-password"),
                class_name="-mt-2 mb-6 text-note",
            ),
            submit(_("Continue")),
            key=STATE.forms.to_string(),
            on_submit=[STATE.confirm, then],
        ),
        id=f"dialog-{field}",
        title=_("Is it you?"),
        opened=STATE.asked == purpose,
        on_close=STATE.close,
    )
