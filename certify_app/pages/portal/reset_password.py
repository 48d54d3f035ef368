"""Reset Password: choosing a new one, behind the link of the mail (guide 2.3.2)."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import link_button, submit
from certify_app.components.error_summary import error_summary
from certify_app.components.forms import same_page_form
from certify_app.components.hydrated import once_known, once_so
from certify_app.components.notice import notice
from certify_app.components.password_field import password_field
from certify_app.components.password_rules import password_rules
from certify_app.components.plain_shell import plain_shell
from certify_app.components.text import page_title
from certify_app.locales import N_, _
from certify_app.state.portal.reset_password import ResetPassword

TITLE = N_("Reset Password")
ERRORS = once_known(ResetPassword.errors)
TYPING = 400


def reset_password() -> rx.Component:
    return plain_shell(once_so(ResetPassword.closed != "", _closed(), _choosing()))


def _choosing() -> rx.Component:
    return rx.el.div(
        error_summary(ERRORS),
        page_title(_(TITLE), _("Choose a new password, then log in with it.")),
        same_page_form(
            password_field(
                "password",
                _("Password"),
                errors=ERRORS,
                new=True,
                on_change=ResetPassword.hear_password.debounce(TYPING),  # type: ignore[attr-defined]
            ),
            password_rules(ResetPassword.rules, ResetPassword.shortest),
            password_field("confirm_password", _("Confirm password"), errors=ERRORS, new=True),
            submit(_("Reset Password"), wide=True),
        ),
    )


def _closed() -> rx.Component:
    return rx.el.div(
        page_title(_(TITLE)),
        notice(ResetPassword.closed, kind="danger"),
        rx.el.div(
            link_button(_("Send me a new link"), href="/forgot-password", variant="primary"),
            link_button(_("Log in"), href="/login"),
            class_name="mt-6 flex flex-wrap gap-3",
        ),
    )
