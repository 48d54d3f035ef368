"""Behind the link of the verification mail: one button (guide 2.2.3, step 5)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, link_button, submit
from certify_app.components.error_summary import error_summary
from certify_app.components.forms import same_page_form
from certify_app.components.hydrated import once_known
from certify_app.components.notice import notice
from certify_app.components.plain_shell import plain_shell
from certify_app.components.text import page_title, paragraph
from certify_app.domain.accounts.look_at_verification import Standing
from certify_app.locales import N_, _
from certify_app.state.brand import Brand
from certify_app.state.portal.verify_email import VerifyEmail

TITLE = N_("Verify your email")
ERRORS = once_known(VerifyEmail.errors)


def verify_email() -> rx.Component:
    return plain_shell(
        error_summary(ERRORS),
        rx.cond(
            VerifyEmail.renewed,
            rx.el.div(_sent_again(), class_name="mb-6"),
        ),
        page_title(_(TITLE)),
        rx.match(
            VerifyEmail.standing,
            (Standing.EXPIRED.value, _too_old()),
            (Standing.REPLACED.value, _replaced()),
            (Standing.COMPLETE.value, _complete()),
            (Standing.WAITS_FOR_STAFF.value, _waits()),
            (Standing.REFUSED.value, _refused()),
            (Standing.UNKNOWN.value, _unknown()),
            _ready(),
        ),
    )


def _ready() -> rx.Component:
    return same_page_form(
        paragraph(_("One step is left: confirm that this is your email. Then log in.")),
        rx.el.div(submit(_("Verify my email"), wide=True), class_name="mt-6"),
    )


def _sent_again() -> rx.Component:
    return notice(_("We sent a new link. Use the newest email."), kind="ok")


def _too_old() -> rx.Component:
    return _why(_("This link is too old: it worked for 48 hours."), _new_link(), _log_in())


def _replaced() -> rx.Component:
    return _why(
        _("This link was replaced by a newer one. Use the newest email."), _new_link(), _log_in()
    )


def _complete() -> rx.Component:
    return _why(
        _("This link has been used: your registration is complete. Log in."),
        link_button(_("Log in"), href="/login", variant="primary"),
        link_button(_("Forgot my password"), href="/forgot-password"),
        kind="ok",
    )


def _waits() -> rx.Component:
    return rx.el.div(
        notice(_("Your email is verified"), _("You do not need to do anything now."), kind="ok"),
        rx.el.p(
            _("It differs from the one in the records, so somebody checks your registration at"),
            " ",
            Brand.name,
            ". ",
            _("We write to you when it is done."),
            class_name="mt-5",
        ),
    )


def _refused() -> rx.Component:
    return rx.el.div(
        notice(_("Your registration could not be confirmed"), kind="danger"),
        rx.el.p(
            _("If these details are yours, write to"), " ", Brand.mailbox, ".", class_name="mt-5"
        ),
    )


def _unknown() -> rx.Component:
    return _why(
        _(
            "This link is not one of ours, or a part of it is missing. Copy the whole link from "
            "the email, or register again to get a new one."
        ),
        link_button(_("Register"), href="/register", variant="primary"),
        _log_in(),
    )


def _why(sentence: str, *ways: rx.Component, kind: Any = "danger") -> rx.Component:
    return rx.el.div(
        notice(sentence, kind=kind),
        rx.el.div(*ways, class_name="mt-6 flex flex-wrap gap-3"),
    )


def _new_link() -> rx.Component:
    return button(_("Send me a new link"), on_click=VerifyEmail.renew)


def _log_in() -> rx.Component:
    return link_button(_("Log in"), href="/login")
