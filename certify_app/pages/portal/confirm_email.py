"""Behind the link that confirms a new email: one button."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import link_button, submit
from certify_app.components.error_summary import error_summary
from certify_app.components.forms import same_page_form
from certify_app.components.hydrated import once_known, once_so
from certify_app.components.notice import notice
from certify_app.components.plain_shell import plain_shell
from certify_app.components.text import page_title, paragraph
from certify_app.components.values import FromState
from certify_app.locales import N_, _
from certify_app.state.portal.confirm_email import ConfirmEmail

TITLE = N_("Confirm your new email")
STATE: FromState = ConfirmEmail


def confirm_email() -> rx.Component:
    return plain_shell(
        error_summary(once_known(STATE.errors)),
        page_title(_(TITLE)),
        once_so(STATE.closed != "", _closed(), _ready()),
    )


def _ready() -> rx.Component:
    return same_page_form(
        paragraph(_("One step is left: confirm that this is your email. Use it to log in then.")),
        rx.el.div(submit(_("Confirm my email"), wide=True), class_name="mt-6"),
    )


def _closed() -> rx.Component:
    return rx.el.div(
        notice(STATE.closed, kind="danger"),
        rx.el.div(link_button(_("Profile"), href="/profile"), class_name="mt-6"),
    )
