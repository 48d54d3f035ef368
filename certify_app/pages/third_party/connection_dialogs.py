"""Asking for more time, and leaving a connection, by a third party."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.calendar_field import calendar_field
from certify_app.components.dialog import dialog
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import shown_value, text_area
from certify_app.components.forms import form
from certify_app.locales import _
from certify_app.state.third_party.change_connection import ChangeStudentConnection as Change


def extend_dialog() -> rx.Component:
    ask = form(
        error_summary(Change.errors, id="extend-problems"),
        rx.el.p(Change.row.student, " · ", Change.row.sentence, class_name="mb-4"),
        shown_value(_("Expiry Date"), Change.present),
        calendar_field(
            "extend_date",
            _("Extend Date"),
            errors=Change.errors,
            first=Change.first,
            last=Change.last,
        ),
        text_area(
            "reason",
            _("Reason"),
            hint=_("The learner reads it."),
            optional=True,
            rows=2,
            max_length=300,
        ),
        id="extend-form",
        key=Change.openings.to(str),  # type: ignore[attr-defined]
        on_submit=Change.save_extend,
    )
    confirm = rx.el.p(
        rx.el.strong(Change.row.student),
        " ",
        _("will be asked to let you see the documents until"),
        " ",
        rx.el.strong(Change.until),
        ". ",
        _("Nothing changes until they approve."),
        role="status",
    )
    sure = Change.asking == "confirm"
    return dialog(
        rx.match(Change.asking, ("ask", ask), ("confirm", confirm), rx.fragment()),
        id="extend-connection",
        title=_("Request Connection Extension"),
        opened=Change.asking != "",
        on_close=Change.close_extend,
        actions=[
            button(_("Cancel"), variant="quiet", on_click=Change.close_extend),
            rx.cond(
                sure,
                button(_("OK"), on_click=Change.confirm_extend, auto_focus=True),
                submit(_("Save"), form="extend-form"),
            ),
        ],
    )


def leave_dialog() -> rx.Component:
    student = rx.el.strong(Change.row.student)
    ask = rx.el.p(
        _("You leave the connection with"),
        " ",
        student,
        " ",
        _("and can no longer open what they share. They are told."),
    )
    done = rx.el.p(_("You have left the connection with"), " ", student, ".", role="status")
    over = Change.leaving == "done"
    no = button(_("No"), variant="quiet", on_click=Change.close_leave)
    yes = button(
        _("Yes"),
        variant="danger",
        also=_("leave the connection"),
        on_click=Change.confirm_leave,
    )
    return dialog(
        rx.cond(over, done, ask),
        id="leave-connection",
        title=rx.cond(over, _("Connection ended"), _("Are you sure?")),
        opened=Change.leaving != "",
        on_close=Change.close_leave,
        actions=[
            rx.cond(over, rx.fragment(), no),
            rx.cond(over, button(_("OK"), on_click=Change.close_leave, auto_focus=True), yes),
        ],
    )
