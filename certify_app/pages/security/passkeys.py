"""Passkeys: those there are, and the way to another."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.cards import card
from certify_app.components.confirm_password import confirm_password_dialog
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.notice import notice
from certify_app.components.passkey import passkey_registration
from certify_app.components.text import card_title, paragraph
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.security.passkeys import PURPOSE, Passkeys

STATE: FromState = Passkeys


def passkeys() -> rx.Component:
    return card(
        card_title(_("Passkeys"), level=2, id="passkeys"),
        paragraph(
            _(
                "A passkey logs you in with your fingerprint, your face or the PIN of your device, "
                "without a password. It counts as two steps."
            )
        ),
        rx.cond(STATE.said != "", _message(notice(STATE.said, kind="ok"))),
        rx.cond(STATE.problem != "", _message(notice(STATE.problem, kind="danger"))),
        rx.cond(STATE.rows.length() > 0, _table()),
        rx.cond(
            STATE.adding,
            rx.el.div(
                paragraph(_("Your browser asks you now to make a passkey on this device.")),
                passkey_registration(),
            ),
            button(_("Add a passkey"), icon="plus", variant="secondary", on_click=STATE.add),
        ),
        confirm_password_dialog(PURPOSE, then=STATE.go_on),
        role="region",
        aria_labelledby="passkeys",
        class_name="flex flex-col items-start gap-3",
    )


def _message(what: rx.Component) -> rx.Component:
    return rx.el.div(what, class_name="w-full")


def _table() -> rx.Component:
    columns = [_("Made with"), _("Added"), _("Last used"), _("Actions")]
    table = data_table(columns, rx.foreach(STATE.rows, _row), _("Your passkeys"))
    return rx.el.div(table, class_name="w-full")


def _row(one: Any) -> rx.Component:
    remove = button(_("Remove"), variant="secondary", also=one.name, on_click=STATE.remove(one.id))
    return row(
        head_cell(one.name),
        cell(one.added, column=_("Added")),
        cell(one.last_used, column=_("Last used")),
        cell(remove),
        key=one.id.to(str),
    )
