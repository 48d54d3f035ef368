"""Behind the link of a request: who asks, what is offered, until when; Accept or Reject."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, link_button
from certify_app.components.choices import radios
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import text_field
from certify_app.components.forms import plain_form, same_page_form
from certify_app.components.hydrated import once_known
from certify_app.components.notice import notice
from certify_app.components.password_field import password_field
from certify_app.components.plain_shell import plain_shell
from certify_app.components.skeleton import bar, loading
from certify_app.components.summary_list import summary_list
from certify_app.components.text import page_title, paragraph
from certify_app.locales import N_, _
from certify_app.state.third_party.invitation import Invitation

TITLE = N_("Request to share certificates")
ERRORS = once_known(Invitation.errors)


def invitation() -> rx.Component:
    return plain_shell(
        error_summary(ERRORS),
        rx.match(
            rx.cond(rx.State.is_hydrated, Invitation.standing, ""),
            ("ready", _ready()),
            ("rejected", _rejected()),
            ("over", _over()),
            rx.el.div(
                page_title(_(TITLE)), loading(bar("w-2/3"), bar("w-1/2"), class_name="grid gap-4")
            ),
        ),
        promise=_("Certificates that prove themselves."),
        below=_("See what a learner shares with you, and whether it still holds."),
    )


def _over() -> rx.Component:
    return rx.el.div(
        page_title(_(TITLE)),
        notice(Invitation.reason, kind="danger"),
        rx.el.div(link_button(_("Log in"), "/login"), class_name="mt-6"),
    )


def _rejected() -> rx.Component:
    told = _("The learner is told. Nothing was shown to you.")
    return rx.el.div(page_title(_(TITLE)), notice(_("You rejected the request"), told, kind="ok"))


def _ready() -> rx.Component:
    offered = rx.cond(
        Invitation.offered.length() > 0,  # type: ignore[attr-defined]
        rx.el.ul(rx.foreach(Invitation.offered, lambda one: rx.el.li(one, key=one))),
        _("Not chosen yet"),
    )
    return rx.el.div(
        page_title(
            rx.fragment(Invitation.learner, " ", _("wants to share certificates with you")),
            rx.fragment(_("The certificates are from"), " ", Invitation.body, "."),
        ),
        summary_list(
            (_("Offered"), offered),
            (_("This share ends on"), Invitation.until),
            (_("Purpose"), rx.cond(Invitation.purpose != "", Invitation.purpose, "–")),
            (_("Sent to"), Invitation.email),
            lines=True,
        ),
        rx.el.div(
            rx.match(
                Invitation.mode,
                ("inside", same_page_form(_buttons())),
                ("known", _known()),
                ("other", _other()),
                _new(),
            ),
            class_name="mt-6",
        ),
    )


def _buttons(accept: bool = True) -> rx.Component:
    """Both send the page's form; the button pressed is the answer."""
    reject = button(_("Reject"), variant="secondary", type="submit", name="answer", value="reject")
    agree = button(_("Accept"), type="submit", name="answer", value="accept")
    return rx.el.div(
        agree if accept else None,
        reject,
        class_name="mt-6 flex flex-row-reverse justify-between gap-3",
    )


def _new() -> rx.Component:
    by_code = Invitation.how == "code"
    return same_page_form(
        rx.el.h2(_("Your account"), class_name="serif text-xl/7 mb-3"),
        rx.el.div(
            text_field(
                "first_name",
                _("First Name"),
                errors=ERRORS,
                default_value=Invitation.first_name,
                auto_complete="given-name",
                max_length=100,
            ),
            text_field(
                "last_name",
                _("Last Name"),
                errors=ERRORS,
                default_value=Invitation.last_name,
                auto_complete="family-name",
                max_length=100,
            ),
            class_name="grid gap-x-4 sm:grid-cols-2",
        ),
        text_field(
            "organisation",
            _("Organisation"),
            optional=True,
            auto_complete="organization",
            max_length=200,
        ),
        _how(),
        rx.cond(by_code, _code(), _password()),
        rx.el.input(type="hidden", name="how", value=Invitation.how),
        _buttons(),
    )


def _how() -> rx.Component:
    return radios(
        "log_in_by",
        _("How would you like to log in?"),
        [("password", _("With a password"), None), ("code", _("With a code by email"), None)],
        chosen=Invitation.how,
        on_change=Invitation.choose_how,
    )


def _password() -> rx.Component:
    return password_field(
        "password",
        _("Password"),
        hint=rx.fragment(_("At least"), " ", Invitation.shortest, " ", _("characters")),
        errors=ERRORS,
        new=True,
    )


def _code() -> rx.Component:
    send = button(
        rx.cond(Invitation.code_sent, _("Send a new code"), _("Email me a code")),
        icon="mail",
        variant="secondary",
        on_click=Invitation.send_code,
    )
    field = rx.el.div(
        rx.el.p(
            _("We sent a code of six digits. It works for 10 minutes."),
            role="status",
            class_name="mb-3",
        ),
        code_field(ERRORS),
    )
    return rx.el.div(rx.cond(Invitation.code_sent, field), send, class_name="mb-5")


def code_field(errors: Any) -> rx.Component:
    return text_field(
        "code",
        _("Code"),
        errors=errors,
        width="max-w-40 tracking-widest",
        input_mode="numeric",
        auto_complete="one-time-code",
        max_length=9,
    )


def _known() -> rx.Component:
    """The email has an account: with its password, or with a code."""
    log_in = link_button(
        _("Log in to accept"),
        Invitation.log_in_href,
        variant="primary",
        wide=True,
        full_load=True,
    )
    by_code = same_page_form(
        _code(),
        rx.el.input(type="hidden", name="how", value="code"),
        rx.cond(Invitation.code_sent, _buttons(), _buttons(accept=False)),
    )
    return rx.el.div(
        paragraph(_("You have an account with this email.")),
        log_in,
        rx.el.p(_("Or without the password:"), class_name="mt-6 mb-3 text-note text-muted"),
        by_code,
    )


def _other() -> rx.Component:
    log_out = plain_form(button(_("Log out"), variant="secondary", type="submit"), action="/logout")
    return rx.el.div(
        notice(
            _("This request was sent to another email. Log out, then open the link again."),
            kind="info",
            live=False,
        ),
        rx.el.div(log_out, class_name="mt-5"),
    )
