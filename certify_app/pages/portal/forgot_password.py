"""Reset Password: asking for the link (guide 2.3.2)."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import submit
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import email_field
from certify_app.components.forms import form
from certify_app.components.hydrated import once_known, once_so
from certify_app.components.links import link
from certify_app.components.moved_focus import followed_title
from certify_app.components.plain_shell import plain_shell
from certify_app.components.text import page_title, paragraph
from certify_app.locales import N_, _
from certify_app.state.portal.forgot_password import ForgotPassword

TITLE = N_("Reset Password")
ERRORS = once_known(ForgotPassword.errors)


def forgot_password() -> rx.Component:
    return plain_shell(once_so(ForgotPassword.sent_to != "", _sent(), _asking()))


def _asking() -> rx.Component:
    return rx.el.div(
        error_summary(ERRORS),
        page_title(_(TITLE), _("Give the email you log in with. We send you a link.")),
        form(
            email_field("email", _("Email"), errors=ERRORS, auto_complete="username"),
            submit(_("Reset Password"), wide=True),
            on_submit=ForgotPassword.ask,
        ),
        _ways_back(),
    )


def _ways_back() -> rx.Component:
    return rx.el.p(
        link(_("Log in"), href="/login"),
        link(_("Register"), href="/register"),
        class_name="mt-8 flex gap-6 border-t border-line pt-6 text-note",
    )


def _sent() -> rx.Component:
    address = rx.el.strong(ForgotPassword.sent_to, class_name="break-words")
    certain = rx.fragment(_("We sent a link to"), " ", address, ".")
    perhaps = rx.fragment(_("If"), " ", address, " ", _("is registered, we sent a link to it."))
    return rx.el.div(
        followed_title(_("Check your email"), ForgotPassword.moves, "sent"),
        paragraph(rx.cond(ForgotPassword.certain, certain, perhaps)),
        paragraph(_("Open it to choose a new password. It works once, for 30 minutes.")),
        rx.el.h2(_("No email?"), class_name="serif text-xl/7 mt-8 mb-2"),
        paragraph(
            _("Look into the spam folder, or"),
            " ",
            link(_("ask for another link"), href="/forgot-password", full_load=True),
            ".",
        ),
    )
