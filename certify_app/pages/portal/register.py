"""Registering in three steps (guide 2.2): one form, whose fields stay where they are."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import email_field, text_field
from certify_app.components.forms import form
from certify_app.components.hydrated import once_known, once_so
from certify_app.components.links import link
from certify_app.components.moved_focus import followed_heading, followed_title
from certify_app.components.notice import notice
from certify_app.components.password_field import password_field
from certify_app.components.password_rules import password_rules
from certify_app.components.places import exists
from certify_app.components.plain_shell import plain_shell
from certify_app.components.steps import steps
from certify_app.components.summary_list import summary_list
from certify_app.components.text import page_title, paragraph
from certify_app.locales import N_, _
from certify_app.state.portal.register import (
    CONFIRMATION,
    LOGIN_DETAILS,
    PERSONAL_DETAILS,
    Register,
)

TITLE = N_("Register")
ERRORS = once_known(Register.errors)
STEPS = (N_("Login Details"), N_("Personal Details"), N_("Confirmation"))
IN_ONE_LINE = "md:[&_li]:text-caption md:[&_ol]:gap-x-3"
TYPING = 400
"""Milliseconds of rest after which what is typed is looked at."""


def register() -> rx.Component:
    return plain_shell(once_so(Register.sent_to != "", _sent(), _filling_in()))


def _filling_in() -> rx.Component:
    return rx.el.div(
        error_summary(ERRORS),
        page_title(_(TITLE), _login_line()),
        rx.el.div(steps([_(name) for name in STEPS], Register.step), class_name=IN_ONE_LINE),
        form(
            followed_heading(
                rx.match(
                    Register.step, (1, _(STEPS[0])), (2, _(STEPS[1])), _("Check your details")
                ),
                Register.moves,
                "step",
                class_name="serif text-2xl/8 mb-4",
            ),
            _step(LOGIN_DETAILS, *_login_details()),
            _step(PERSONAL_DETAILS, *_personal_details()),
            _step(CONFIRMATION, *_confirmation()),
            on_submit=Register.go_on,
            auto_complete="on",
        ),
    )


def _login_line() -> Any:
    return rx.fragment(
        _("Registered already?"),
        " ",
        link(_("Log in"), href="/login"),
    )


def _step(number: int, *content: Any) -> rx.Component:
    return rx.el.div(*content, hidden=Register.step != number)


def _login_details() -> tuple[rx.Component, ...]:
    return (
        email_field(
            "email",
            _("Email"),
            hint=_("The one your awarding body has. We send a link to it."),
            errors=ERRORS,
            on_blur=Register.hear_email,
        ),
        password_field(
            "password",
            _("Password"),
            errors=ERRORS,
            new=True,
            on_change=Register.hear_password.debounce(TYPING),  # type: ignore[attr-defined]
        ),
        password_rules(Register.rules, Register.shortest),
        password_field("confirm_password", _("Confirm password"), errors=ERRORS, new=True),
        _buttons(_("Next")),
    )


def _personal_details() -> tuple[rx.Component, ...]:
    return (
        text_field("first_name", _("First Name"), errors=ERRORS, auto_complete="given-name"),
        text_field(
            "last_name",
            _("Last Name"),
            hint=_("If you have only one name, enter it in both fields."),
            errors=ERRORS,
            auto_complete="family-name",
        ),
        text_field(
            "enrolment_number",
            _("Enrolment Number"),
            hint=_("Your awarding body gave it to you. Spaces and dashes do not matter."),
            errors=ERRORS,
            auto_complete="off",
            spell_check=False,
        ),
        rx.cond(Register.asks_birth_date, _birth_date()),
        _buttons(_("Next"), back=True),
    )


def _birth_date() -> rx.Component:
    return text_field(
        "date_of_birth",
        _("Date of birth"),
        hint=_(
            "Only if your awarding body has no email of yours, or an old one. Its staff then "
            "check your registration. For example, 27/03/1998."
        ),
        errors=ERRORS,
        optional=True,
        input_mode="numeric",
        auto_complete="bday",
        width="max-w-52",
    )


def _confirmation() -> tuple[rx.Component, ...]:
    return (
        summary_list(
            (_("Email"), Register.email),
            (_("First Name"), Register.first_name),
            (_("Last Name"), Register.last_name),
            (_("Enrolment Number"), Register.enrolment_number),
            lines=True,
        ),
        rx.el.p(*_terms(), class_name="mt-4 mb-6 text-note text-muted"),
        _buttons(_("Register"), back=True),
    )


def _terms() -> list[Any]:
    if not exists("/terms"):
        return [_("By registering you accept the terms.")]
    terms = link(_("terms"), href="/terms", target="_blank", rel="noopener")
    notice_of = link(_("privacy notice"), href="/privacy", target="_blank", rel="noopener")
    return [
        _("By registering you accept the"),
        " ",
        terms,
        ". ",
        _("How your details are used is in the"),
        " ",
        notice_of,
        ". ",
        _("Both open in a new tab."),
    ]


def _buttons(forward: str, back: bool = False) -> rx.Component:
    previous = button(_("Previous"), variant="secondary", on_click=Register.go_back)
    return rx.el.div(
        previous if back else rx.el.span(),
        submit(forward),
        class_name="mt-7 flex justify-between gap-3",
    )


def _sent() -> rx.Component:
    return rx.el.div(
        error_summary(ERRORS),
        followed_title(_("Check your email"), Register.moves, "sent"),
        paragraph(
            _("We sent a link to"),
            " ",
            rx.el.strong(Register.sent_to, class_name="break-words"),
            ".",
        ),
        paragraph(_("Open it to finish registering. It works once, for 48 hours.")),
        rx.cond(
            Register.sent_again,
            rx.el.div(
                notice(_("We sent a new link. Use the newest email."), kind="ok"), class_name="mb-4"
            ),
        ),
        rx.el.h2(_("No email?"), class_name="serif text-xl/7 mt-8 mb-2"),
        paragraph(_("Look into the spam folder, or have it sent again."), muted=True),
        rx.el.div(
            button(_("Send it again"), variant="secondary", on_click=Register.send_again),
            link(_("Register with another email"), href="/register", full_load=True),
            class_name="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3",
        ),
    )
