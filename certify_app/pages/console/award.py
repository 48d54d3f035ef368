"""One award: what it says, its papers, and how it is revoked or corrected."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, link_button, submit
from certify_app.components.cards import card
from certify_app.components.console_shell import console_shell, console_title, if_may
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.dialog import dialog
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import date_field, text_area, text_field
from certify_app.components.forms import form
from certify_app.components.hydrated import hydrated
from certify_app.components.links import link
from certify_app.components.notice import notice
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.status_tag import status_tag
from certify_app.components.summary_list import summary_list
from certify_app.components.text import card_title, mono
from certify_app.components.values import FromState
from certify_app.domain.acts import Act
from certify_app.locales import N_, _
from certify_app.state.console.award import AwardPage

TITLE = N_("Award")
PAGE: FromState = AwardPage
SHOWN: FromState = PAGE.shown


def award() -> rx.Component:
    gone = empty_state(_("There is no such award"), _("Check the address."), icon_name="award")
    return console_shell(
        hydrated(rx.cond(PAGE.found, _record(), gone), cards_skeleton(2)),
        active="/console/awards",
    )


def _record() -> rx.Component:
    return rx.el.div(
        console_title(
            SHOWN.qualification, None, *_actions(), crumbs=((_("Awards"), "/console/awards"),)
        ),
        rx.cond(PAGE.said != "", rx.el.div(notice(PAGE.said, kind="ok"), class_name="mb-5")),
        rx.cond(SHOWN.newer != "", rx.el.div(_replaced(), class_name="mb-5")),
        rx.el.div(
            _details(),
            rx.el.div(_standing(), _papers(), class_name="flex flex-col gap-5 min-w-0"),
            class_name="grid gap-5 lg:grid-cols-2 items-start",
        ),
        _correct_dialog(),
        _revoke_dialog(),
    )


def _actions() -> list[rx.Component]:
    check = link_button(_("Check as the public"), SHOWN.verify, icon="shield-check", full_load=True)
    correct = button(
        _("Correct"), icon="pencil", variant="secondary", on_click=PAGE.open("correct")
    )
    revoke = button(_("Revoke"), icon="ban", variant="secondary", on_click=PAGE.open("revoke"))
    stands = (SHOWN.standing == "valid") | (SHOWN.standing == "expired")
    return [check, if_may(Act.CHANGE_AWARDS, rx.cond(stands, rx.fragment(correct, revoke)))]


def _replaced() -> rx.Component:
    newer = link(mono(SHOWN.newer), href=SHOWN.newer_href)
    words = rx.el.p(_("Replaced on"), " ", SHOWN.changed, " ", _("by"), " ", newer)
    return notice(_("A newer version is current"), words, kind="info", live=False)


def _details() -> rx.Component:
    older = rx.cond(SHOWN.older != "", link(mono(SHOWN.older), href=SHOWN.older_href), _("nothing"))
    return card(
        card_title(_("What was awarded"), level=2),
        summary_list(
            (_("Awarded to"), link(SHOWN.name, href=SHOWN.learner)),
            (_("Enrolment number"), mono(SHOWN.number)),
            (_("Qualification"), SHOWN.qualification),
            (_("Grade"), rx.cond(SHOWN.grade != "", SHOWN.grade, _("none"))),
            (_("Award date"), SHOWN.date),
            (_("Expires"), SHOWN.expiry),
            (_("Reference"), mono(SHOWN.reference)),
            (_("Version"), SHOWN.version),
            (_("Replaces"), older),
            lines=True,
        ),
    )


def _standing() -> rx.Component:
    return card(
        rx.el.div(
            card_title(_("Status"), level=2),
            status_tag(SHOWN.standing),
            class_name="flex items-center justify-between gap-3",
        ),
        rx.cond(
            SHOWN.changed != "",
            rx.el.div(
                summary_list((_("Since"), SHOWN.changed), (_("Reason"), SHOWN.reason), lines=True),
                class_name="mt-3",
            ),
            rx.el.p(
                _("Whoever checks the reference is told that it is genuine."),
                class_name="mt-3 text-note text-muted",
            ),
        ),
    )


def _papers() -> rx.Component:
    line: Any = lambda one: row(  # noqa: E731
        head_cell(one.kind, below=mono(one.reference)),
        cell(one.downloads, column=_("Downloads")),
        cell(one.prints, column=_("Prints")),
        key=one.reference,
    )
    table = data_table(
        [_("Document"), _("Downloads"), _("Prints")], rx.foreach(PAGE.papers, line), _("Documents")
    )
    return rx.el.section(
        card_title(_("Documents"), level=2), rx.el.div(table, class_name="console-list mt-3")
    )


def _kept(name: str) -> Any:
    return PAGE.typed[name].to(str)


def _correct_dialog() -> rx.Component:
    errors = PAGE.errors
    inside = form(
        error_summary(errors, id="correct-problems"),
        rx.el.p(
            _(
                "A new version takes its place. The reference above will say that it was replaced, and by which."
            ),
            class_name="mb-4",
        ),
        text_field(
            "awarded_name",
            _("Name on the award"),
            default_value=_kept("awarded_name"),
            errors=errors,
        ),
        date_field("award_date", _("Award date"), default_value=_kept("award_date"), errors=errors),
        date_field(
            "expiry_date",
            _("Expiry date"),
            default_value=_kept("expiry_date"),
            errors=errors,
            optional=True,
        ),
        text_field("grade", _("Grade"), default_value=_kept("grade"), errors=errors, optional=True),
        text_area(
            "reason",
            _("Reason"),
            hint=_("For colleagues; it is not shown to others."),
            errors=errors,
            rows=2,
        ),
        rx.el.div(submit(_("Issue the corrected version")), class_name="flex justify-end"),
        key=PAGE.opened,
        on_submit=PAGE.correct,
    )
    return dialog(
        inside,
        id="correct-award",
        title=_("Correct this award"),
        opened=PAGE.opened == "correct",
        on_close=PAGE.close,
    )


def _revoke_dialog() -> rx.Component:
    errors = PAGE.errors
    inside = form(
        error_summary(errors, id="revoke-problems"),
        rx.el.p(
            _("Whoever checks its reference is told that it was revoked. This cannot be undone."),
            class_name="mb-4",
        ),
        text_area(
            "reason",
            _("Reason"),
            hint=_("For colleagues; it is not shown to others."),
            id="revoke-reason",
            errors=errors,
            rows=2,
        ),
        date_field(
            "date", _("Revoked from"), hint=_("Leave empty for now."), errors=errors, optional=True
        ),
        rx.el.div(
            button(_("Revoke the award"), variant="danger", type="submit"),
            class_name="flex justify-end",
        ),
        key=PAGE.opened,
        on_submit=PAGE.revoke,
    )
    return dialog(
        inside,
        id="revoke-award",
        title=_("Revoke this award?"),
        opened=PAGE.opened == "revoke",
        on_close=PAGE.close,
    )
