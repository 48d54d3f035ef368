"""Third parties register themselves, or log in with a code by mail."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import email_field, text_field
from certify_app.components.forms import form, plain_form
from certify_app.components.hydrated import once_known, once_so
from certify_app.components.links import link
from certify_app.components.moved_focus import followed_title
from certify_app.components.plain_shell import plain_shell
from certify_app.components.text import page_title, paragraph
from certify_app.locales import N_, _
from certify_app.pages.third_party.invitation import code_field
from certify_app.state.third_party.entry import ThirdPartyEntry as Entry

REGISTER, LOG_IN = N_("Register as a third party"), N_("Log in with a code")
ERRORS = once_known(Entry.errors)


def register() -> rx.Component:
    return _shell(_registering(), "register")


def log_in() -> rx.Component:
    return _shell(_logging_in(), "login")


def _shell(first: rx.Component, page: str) -> rx.Component:
    return plain_shell(
        once_so(Entry.sent_to != "", _code(page), first),
        promise=_("Certificates that prove themselves."),
        below=_("See what a learner shares with you, and whether it still holds."),
    )


def _registering() -> rx.Component:
    return rx.el.div(
        error_summary(ERRORS),
        page_title(_(REGISTER), _other_way(_("Registered already?"), _("Log in"), "/login")),
        paragraph(
            _("For employers, universities and others with whom learners share their certificates.")
        ),
        form(
            text_field(
                "first_name",
                _("First Name"),
                errors=ERRORS,
                auto_complete="given-name",
                max_length=100,
            ),
            text_field(
                "last_name",
                _("Last Name"),
                errors=ERRORS,
                auto_complete="family-name",
                max_length=100,
            ),
            text_field(
                "organisation",
                _("Organisation"),
                optional=True,
                auto_complete="organization",
                max_length=200,
            ),
            email_field(
                "email", _("Email"), hint=_("We send a code of six digits to it."), errors=ERRORS
            ),
            rx.el.p(
                _("By registering you accept the"),
                " ",
                link(_("terms"), href="/terms", target="_blank", rel="noopener"),
                ".",
                class_name="mb-5 text-note text-muted",
            ),
            submit(_("Email me a code"), wide=True),
            on_submit=Entry.register,
        ),
    )


def _logging_in() -> rx.Component:
    return rx.el.div(
        error_summary(ERRORS),
        page_title(_(LOG_IN), _other_way(_("New here?"), _("Register"), "/third-party/register")),
        paragraph(_("For third parties without a password.")),
        form(
            email_field("email", _("Email"), errors=ERRORS),
            submit(_("Email me a code"), wide=True),
            on_submit=Entry.log_in,
        ),
    )


def _code(page: str) -> rx.Component:
    kept = [
        rx.el.input(type="hidden", name=name, value=value)
        for name, value in (
            ("entry", page),
            ("email", Entry.sent_to),
            ("first_name", Entry.first_name),
            ("last_name", Entry.last_name),
            ("organisation", Entry.organisation),
        )
    ]
    return rx.el.div(
        error_summary(ERRORS),
        followed_title(_("Check your email"), Entry.moves, "sent"),
        paragraph(
            _("If this email can be used, a code of six digits is on its way to"),
            " ",
            rx.el.strong(Entry.sent_to, class_name="break-words"),
            ". ",
            _("It works for 10 minutes."),
        ),
        plain_form(
            *kept, code_field(ERRORS), submit(_("Continue"), wide=True), action="/session/code"
        ),
        rx.el.div(
            button(_("Start again"), variant="quiet", on_click=Entry.start_again),
            class_name="mt-4",
        ),
    )


def _other_way(question: str, answer: str, href: str) -> Any:
    return rx.fragment(question, " ", link(answer, href=href))
