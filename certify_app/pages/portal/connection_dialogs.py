"""Add Connection, Filter, Request Connection Extension, and "Are you sure?" (guide 6)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.calendar_field import calendar_field
from certify_app.components.dialog import dialog
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import email_field, shown_value, text_field
from certify_app.components.forms import form
from certify_app.locales import _
from certify_app.state.portal.add_connection import AddConnection
from certify_app.state.portal.change_connection import ChangeConnection


def add_dialog() -> rx.Component:
    fields = form(
        error_summary(AddConnection.errors, id="add-problems"),
        text_field(
            "name",
            _("Recipient Name"),
            errors=AddConnection.errors,
            max_length=100,
            auto_complete="off",
        ),
        email_field(
            "recipient_email",
            _("Recipient Email"),
            errors=AddConnection.errors,
            max_length=254,
            auto_complete="off",
        ),
        calendar_field(
            "expiry_date",
            _("Expiry Date"),
            hint=rx.fragment(_("When the share ends, at the latest on"), " ", AddConnection.latest),
            errors=AddConnection.errors,
            first=AddConnection.first,
            last=AddConnection.last,
            default_value=AddConnection.proposed,
        ),
        id="add-form",
        key=AddConnection.openings.to(str),  # type: ignore[attr-defined]
        on_submit=AddConnection.send,
    )
    return dialog(
        rx.cond(AddConnection.opened, fields),
        id="add-connection",
        title=_("Add Connection"),
        opened=AddConnection.opened,
        on_close=AddConnection.close,
        actions=[
            button(_("Cancel"), variant="quiet", on_click=AddConnection.close),
            submit(_("Send"), form="add-form"),
        ],
    )


def extend_dialog() -> rx.Component:
    ask = form(
        error_summary(ChangeConnection.errors, id="extend-problems"),
        rx.el.p(ChangeConnection.row.name, " · ", ChangeConnection.row.sentence, class_name="mb-4"),
        shown_value(_("Expiry Date"), ChangeConnection.present),
        calendar_field(
            "extend_date",
            _("Extend Date"),
            errors=ChangeConnection.errors,
            first=ChangeConnection.first,
            last=ChangeConnection.last,
        ),
        rx.el.p(
            _("Only the share is extended. It changes nothing about your qualifications."),
            class_name="text-note text-muted",
        ),
        id="extend-form",
        key=ChangeConnection.openings.to(str),  # type: ignore[attr-defined]
        on_submit=ChangeConnection.save_extend,
    )
    confirm = rx.el.p(
        _("The share with"),
        " ",
        rx.el.strong(ChangeConnection.row.name),
        " ",
        _("will end on"),
        " ",
        rx.el.strong(ChangeConnection.until),
        ". ",
        _("Until then they see what you share with them."),
        role="status",
    )
    sure = ChangeConnection.extending == "confirm"
    return dialog(
        rx.match(ChangeConnection.extending, ("ask", ask), ("confirm", confirm), rx.fragment()),
        id="extend-connection",
        title=_("Request Connection Extension"),
        opened=ChangeConnection.extending != "",
        on_close=ChangeConnection.close_extend,
        actions=[
            button(_("Cancel"), variant="quiet", on_click=ChangeConnection.close_extend),
            rx.cond(
                sure, _ok(ChangeConnection.confirm_extend), submit(_("Save"), form="extend-form")
            ),
        ],
    )


def cancel_dialog() -> rx.Component:
    row = ChangeConnection.row
    ask = rx.el.div(
        rx.el.p(
            _("The connection with"),
            " ",
            rx.el.strong(row.name),
            " ",
            _("ends at once."),
            class_name="mb-2",
        ),
        rx.el.p(
            _("They can no longer open anything of yours, also not what is open on their screen.")
        ),
        rx.el.p(
            _("To share with them again you will need to send a new request."),
            class_name="mt-2 text-muted",
        ),
    )
    done = rx.el.p(
        _("The connection with"),
        " ",
        rx.el.strong(row.name),
        " ",
        _("is cancelled."),
        role="status",
    )
    over = ChangeConnection.cancelling == "done"
    return dialog(
        rx.cond(over, done, ask),
        id="cancel-connection",
        title=rx.cond(over, _("Connection cancelled"), _("Are you sure?")),
        opened=ChangeConnection.cancelling != "",
        on_close=ChangeConnection.close_cancel,
        actions=[
            rx.cond(
                over,
                rx.fragment(),
                button(_("No"), variant="quiet", on_click=ChangeConnection.close_cancel),
            ),
            rx.cond(
                over,
                _ok(ChangeConnection.close_cancel),
                button(
                    _("Yes"),
                    variant="danger",
                    also=_("cancel the connection"),
                    on_click=ChangeConnection.confirm_cancel,
                ),
            ),
        ],
    )


def _ok(on_click: Any) -> rx.Component:
    """It takes the focus from the button whose place it takes."""
    return button(_("OK"), on_click=on_click, auto_focus=True)
