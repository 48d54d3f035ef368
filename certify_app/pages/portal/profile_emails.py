"""The emails of an account: which is primary, which wait, and one more."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.cards import card
from certify_app.components.fields import email_field
from certify_app.components.forms import form
from certify_app.components.notice import notice
from certify_app.components.status_tag import GOLD, GREEN, tag
from certify_app.components.text import card_title
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.portal.profile_emails import FIELD, EmailRow, ProfileEmails

STATE: FromState = ProfileEmails


def emails() -> rx.Component:
    rows = rx.foreach(STATE.emails, _row)
    return card(
        card_title(_("Your emails"), level=2, id="emails"),
        rx.el.p(
            _("You can log in with any of them. Mails about your account go to the primary one."),
            class_name="mt-1 text-note text-muted",
        ),
        rx.cond(STATE.said != "", rx.el.div(notice(STATE.said, kind="ok"), class_name="mt-4")),
        rx.el.ul(rows, class_name="mt-3 divide-y divide-line", aria_labelledby="emails"),
        _add(),
    )


def _row(one: EmailRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(one.email, class_name="text-ink break-all"),
            " ",
            rx.cond(one.primary, tag(_("Primary"), "circle-check", GREEN)),
            rx.cond(one.waits, tag(_("Not confirmed yet"), "clock", GOLD)),
            class_name="flex flex-wrap items-center gap-x-3 gap-y-1 min-w-0 grow",
        ),
        rx.cond(~one.primary, _actions(one)),
        key=one.email,
        class_name="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 min-h-14",
    )


def _actions(one: EmailRow) -> rx.Component:
    return rx.el.span(
        rx.cond(
            ~one.waits,
            button(
                _("Make primary"),
                variant="quiet",
                also=one.email,
                on_click=STATE.make_primary(one.email),
            ),
        ),
        button(
            _("Remove"),
            icon="trash-2",
            variant="quiet",
            also=one.email,
            on_click=STATE.remove(one.email),
        ),
        class_name="flex flex-wrap gap-1 -mx-3 sm:mx-0",
    )


def _add() -> Any:
    return form(
        email_field(
            FIELD,
            _("Another email"),
            hint=_("It is yours once you follow the link we mail to it."),
            errors=STATE.errors,
            auto_complete="off",
            max_length=254,
        ),
        submit(_("Add email"), variant="secondary"),
        key=STATE.forms.to_string(),
        on_submit=STATE.add,
        class_name="mt-3 max-w-[30rem] border-t border-line pt-5",
    )
