"""One learner: the record, the account, awards and what was done."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.cards import card
from certify_app.components.console_shell import console_shell, console_title, if_may
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.dialog import dialog
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import date_field, email_field, text_area, text_field
from certify_app.components.forms import form
from certify_app.components.hydrated import hydrated
from certify_app.components.links import link
from certify_app.components.notice import notice
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.status_tag import status_tag
from certify_app.components.summary_list import summary_list
from certify_app.components.text import card_title, mono
from certify_app.components.timeline import timeline
from certify_app.components.values import FromState
from certify_app.domain.acts import Act
from certify_app.locales import N_, _
from certify_app.state.console.learner import LearnerPage

TITLE = N_("Learner")
PAGE: FromState = LearnerPage
SHOWN: FromState = PAGE.shown


def learner() -> rx.Component:
    gone = empty_state(
        _("There is no such learner"),
        _("The record may have been merged with another."),
        icon_name="user-round-x",
    )
    return console_shell(
        hydrated(rx.cond(PAGE.found, _record(), gone), cards_skeleton(2)),
        active="/console/learners",
    )


def _record() -> rx.Component:
    return rx.el.div(
        console_title(
            SHOWN.name, None, *_actions(), crumbs=((_("Learners"), "/console/learners"),)
        ),
        rx.cond(PAGE.said != "", rx.el.div(notice(PAGE.said, kind="ok"), class_name="mb-5")),
        rx.el.div(
            rx.el.div(
                _details(), _awards(), class_name="flex flex-col gap-5 lg:col-span-2 min-w-0"
            ),
            rx.el.div(_account(), _log(), class_name="flex flex-col gap-5 min-w-0"),
            class_name="grid gap-5 lg:grid-cols-3 items-start",
        ),
        _edit_dialog(),
        _lock_dialog(),
    )


def _actions() -> list[rx.Component]:
    edit = button(_("Edit"), icon="pencil", variant="secondary", on_click=PAGE.open("edit"))
    return [if_may(Act.CHANGE_LEARNERS, edit)]


def _details() -> rx.Component:
    return card(
        card_title(_("Record"), level=2),
        summary_list(
            (_("Enrolment number"), mono(SHOWN.numbers)),
            (_("Date of birth"), _or_none(SHOWN.birth)),
            (_("Email"), _or_none(SHOWN.email)),
            (_("Organisation"), _or_none(SHOWN.organisation)),
            (_("On record since"), SHOWN.since),
            lines=True,
        ),
    )


def _or_none(value: Any) -> rx.Component:
    return rx.cond(value != "", value, rx.el.span(_("none"), class_name="text-muted"))


def _awards() -> rx.Component:
    line: Any = lambda one: row(  # noqa: E731
        head_cell(link(one.qualification, href=one.href), below=mono(one.reference)),
        cell(one.date, column=_("Award date")),
        cell(status_tag(one.standing), column=_("Status")),
        key=one.reference,
    )
    table = data_table(
        [_("Qualification"), _("Award date"), _("Status")],
        rx.foreach(PAGE.awards, line),
        _("Awards"),
    )
    none = rx.el.p(_("No awards yet"), class_name="text-muted")
    return rx.el.section(
        card_title(_("Awards"), level=2),
        rx.el.div(rx.cond(PAGE.awards.length() > 0, table, none), class_name="console-list mt-3"),
    )


def _account() -> rx.Component:
    locked = rx.cond(
        SHOWN.lock_reason != "",
        rx.el.p(_("Locked because:"), " ", SHOWN.lock_reason, class_name="mt-2 text-note"),
    )
    return card(
        rx.el.div(
            card_title(_("Account"), level=2),
            status_tag(SHOWN.standing),
            class_name="flex items-center justify-between gap-3 mb-2",
        ),
        locked,
        rx.cond(
            SHOWN.login != "",
            summary_list(
                (_("Logs in as"), SHOWN.login),
                (_("Logged in"), rx.el.span(SHOWN.sessions, " ", _("browsers"))),
                (_("Orders"), SHOWN.orders.to_string()),
                (_("Connections"), SHOWN.connections.to_string()),
                lines=True,
            ),
            rx.el.p(_("This learner has not registered."), class_name="text-note text-muted"),
        ),
        rx.el.div(*_account_acts(), class_name="flex flex-wrap gap-2 mt-4 empty:hidden"),
    )


def _account_acts() -> list[rx.Component]:
    lock = button(_("Lock account"), icon="lock", variant="secondary", on_click=PAGE.open("lock"))
    unlock = button(_("Unlock account"), icon="lock-open", on_click=PAGE.unlock)
    end = button(_("End all logins"), variant="quiet", on_click=PAGE.end_logins)
    again = button(
        _("Send the verification mail again"), variant="secondary", on_click=PAGE.mail_again
    )
    return [
        if_may(
            Act.LOCK_LEARNERS,
            rx.match(SHOWN.standing, ("registered", lock), ("locked", unlock), rx.fragment()),
            rx.cond(SHOWN.sessions > 0, end),
        ),
        if_may(Act.CHANGE_LEARNERS, rx.cond(SHOWN.waits, again)),
    ]


def _log() -> rx.Component:
    none = rx.el.p(_("Nothing was done yet."), class_name="text-note text-muted")
    return card(
        card_title(_("Log"), level=2),
        rx.el.div(
            rx.cond(PAGE.log.length() > 0, timeline(PAGE.log), none), class_name="mt-4 text-note"
        ),
    )


def _kept(name: str) -> Any:
    return PAGE.typed[name].to(str)


def _edit_dialog() -> rx.Component:
    errors = PAGE.errors
    fields = [
        text_field("first_name", _("First Name"), default_value=_kept("first_name"), errors=errors),
        text_field(
            "middle_name",
            _("Middle name"),
            default_value=_kept("middle_name"),
            errors=errors,
            optional=True,
        ),
        text_field("last_name", _("Last Name"), default_value=_kept("last_name"), errors=errors),
        date_field(
            "date_of_birth",
            _("Date of birth"),
            default_value=_kept("date_of_birth"),
            errors=errors,
            optional=True,
        ),
        email_field(
            "email",
            _("Email in the records"),
            default_value=_kept("email"),
            errors=errors,
            optional=True,
        ),
    ]
    inside = form(
        error_summary(errors, id="edit-problems"),
        rx.el.p(
            _("Awards keep the name they were made out to."), class_name="text-note text-muted mb-4"
        ),
        *fields,
        rx.el.div(submit(_("Save changes")), class_name="flex justify-end"),
        key=PAGE.opened,
        on_submit=PAGE.save,
    )
    return dialog(
        inside,
        id="edit-learner",
        title=_("Edit the record"),
        opened=PAGE.opened == "edit",
        on_close=PAGE.close,
    )


def _lock_dialog() -> rx.Component:
    inside = form(
        error_summary(PAGE.errors, id="lock-problems"),
        rx.el.p(_("All logins end at once, and the learner is told."), class_name="mb-4"),
        text_area(
            "reason",
            _("Reason"),
            hint=_("For colleagues; the learner does not see it."),
            errors=PAGE.errors,
            rows=3,
        ),
        rx.el.div(
            button(_("Lock account"), variant="danger", type="submit"),
            class_name="flex justify-end",
        ),
        key=PAGE.opened,
        on_submit=PAGE.lock,
    )
    return dialog(
        inside,
        id="lock-learner",
        title=_("Lock this account?"),
        opened=PAGE.opened == "lock",
        on_close=PAGE.close,
    )
