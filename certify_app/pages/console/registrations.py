"""Registrations that wait for staff: the records hold no email, or another one."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.console_shell import console_shell, console_title
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.empty_state import empty_state
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import notice
from certify_app.components.skeleton import table_skeleton
from certify_app.locales import N_, _
from certify_app.state.console.registrations import WaitingRegistrations as Waiting

TITLE = N_("Registrations")


def registrations() -> rx.Component:
    lead = _("Learners whose email is not in the records. Compare, then approve or refuse.")
    return console_shell(
        console_title(_(TITLE), lead),
        hydrated(rx.el.div(_messages(), _list()), table_skeleton(2)),
        active="/console/registrations",
    )


def _messages() -> rx.Component:
    said = rx.cond(Waiting.message != "", notice(Waiting.message, kind="ok"))
    wrong = rx.cond(Waiting.problem != "", notice(Waiting.problem, kind="danger"))
    return rx.el.div(said, wrong, class_name="mb-5 empty:hidden")


def _list() -> rx.Component:
    nothing = empty_state(
        _("Nobody waits for you"),
        _("Who registers with the email in your records needs no approval."),
        icon_name="user-round-check",
    )
    columns = [
        _("Full name"),
        _("Enrolment Number"),
        _("Email given"),
        _("Email in the records"),
        _("Since"),
        _("Actions"),
    ]
    table = data_table(columns, rx.foreach(Waiting.rows, _row), _("Registrations that wait"))
    return rx.cond(Waiting.rows.length() > 0, table, nothing)  # type: ignore[attr-defined]


def _row(one: Any) -> rx.Component:
    return row(
        head_cell(one.name),
        cell(one.number, column=_("Enrolment Number")),
        cell(one.email, column=_("Email given")),
        cell(one.known_email, column=_("Email in the records")),
        cell(one.since, column=_("Since")),
        cell(rx.cond(Waiting.may_decide, _decide(one))),
        key=one.id.to(str),
    )


def _decide(one: Any) -> rx.Component:
    return rx.el.div(
        button(_("Approve"), also=one.name, on_click=Waiting.approve(one.id)),  # type: ignore[operator]
        button(
            _("Refuse"),
            variant="secondary",
            also=one.name,
            on_click=Waiting.refuse(one.id),  # type: ignore[operator]
        ),
        class_name="flex flex-wrap gap-2",
    )
