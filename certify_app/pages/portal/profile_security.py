"""Change Password (guide 7.2.2), and the browsers one is logged in with."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.cards import card
from certify_app.components.data_table import cell, data_table, head_cell
from certify_app.components.data_table import row as table_row
from certify_app.components.error_summary import error_summary
from certify_app.components.forms import form
from certify_app.components.notice import notice
from certify_app.components.password_field import password_field
from certify_app.components.password_rules import password_rules
from certify_app.components.status_tag import GREEN, tag
from certify_app.components.text import card_title
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.portal.profile_security import LoginRow, ProfileSecurity

STATE: FromState = ProfileSecurity
TYPING = 300
"""Milliseconds."""


def password() -> rx.Component:
    return card(
        card_title(_("Change Password"), level=2),
        rx.cond(
            STATE.saved != "",
            rx.el.div(notice(STATE.saved, kind="ok"), class_name="mt-4"),
        ),
        form(
            error_summary(STATE.errors),
            password_field("current_password", _("Current password"), errors=STATE.errors),
            password_field(
                "password",
                _("New password"),
                errors=STATE.errors,
                new=True,
                on_change=STATE.hear_password.debounce(TYPING),
            ),
            password_rules(STATE.rules, STATE.shortest),
            password_field(
                "confirm_password", _("Confirm password"), errors=STATE.errors, new=True
            ),
            submit(_("Save")),
            key=STATE.forms.to_string(),
            on_submit=STATE.change_password,
            class_name="mt-5 max-w-[30rem]",
        ),
    )


def logins() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.div(
                card_title(_("Where you are logged in"), level=2, id="logins"),
                rx.el.p(
                    _("Log out what you do not know."),
                    class_name="mt-1 text-note text-muted",
                ),
            ),
            button(
                _("Log out everywhere"),
                icon="log-out",
                variant="danger",
                on_click=STATE.end_all,
            ),
            class_name="flex flex-wrap items-end justify-between gap-3 mb-4",
        ),
        rx.cond(STATE.ended != "", rx.el.div(notice(STATE.ended, kind="ok"), class_name="mb-4")),
        data_table(
            [_("Browser"), _("Network address"), _("Since"), _("Last seen"), _("Actions")],
            rx.foreach(STATE.logins, _login),
            _("Where you are logged in"),
        ),
        aria_labelledby="logins",
    )


def _login(one: LoginRow) -> rx.Component:
    end = button(
        _("Log out"),
        variant="secondary",
        also=one.browser,
        on_click=STATE.end(one.id),
    )
    here = tag(_("This browser"), "circle-check", GREEN)
    return table_row(
        head_cell(one.browser),
        cell(one.address, column=_("Network address")),
        cell(one.since, column=_("Since")),
        cell(one.last_seen, column=_("Last seen")),
        cell(rx.cond(one.here, here, end)),
        key=one.id.to(str),  # type: ignore[attr-defined]
    )
