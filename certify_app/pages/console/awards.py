"""The register of awards."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.console_list import console_list
from certify_app.components.console_shell import console_shell, console_title, may_do
from certify_app.components.dialog import dialog
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import date_field, text_area
from certify_app.components.forms import form
from certify_app.components.notice import notice
from certify_app.components.script import js
from certify_app.components.values import FromState
from certify_app.domain.acts import Act
from certify_app.domain.awards.award_list import AWARDS
from certify_app.locales import _
from certify_app.pages.console.issue_awards import issue_button, issue_dialog, issued_message
from certify_app.state.console.awards import AwardList

TITLE = AWARDS.title
LIST: FromState = AwardList


def awards() -> rx.Component:
    nothing = empty_state(
        _("No awards yet"), _("Import a file of awards, or issue one by hand."), icon_name="award"
    )
    print_button = button(
        _("Print"),
        icon="printer",
        variant="secondary",
        also=_("what is shown"),
        on_click=js("window.print()"),
    )
    return console_shell(
        console_title(
            _(TITLE),
            _("The register: every award, and how it stands."),
            print_button,
            issue_button(),
        ),
        issued_message(),
        rx.cond(LIST.said != "", rx.el.div(notice(LIST.said, kind="ok"), class_name="mb-5")),
        console_list(
            AWARDS,
            LIST,
            empty=nothing,
            bulk=(button(_("Revoke"), icon="ban", variant="danger", on_click=LIST.ask_to_revoke),),
            may_choose=may_do(Act.CHANGE_AWARDS),
        ),
        _revoke_dialog(),
        issue_dialog(),
        active="/console/awards",
    )


def _revoke_dialog() -> rx.Component:
    errors = LIST.revoke_errors
    inside = form(
        error_summary(errors, id="revoke-problems"),
        rx.el.p(
            LIST.chosen.length(),
            " ",
            _("awards are revoked together, or none. This cannot be undone."),
            class_name="mb-4",
        ),
        text_area(
            "reason",
            _("Reason"),
            hint=_("For colleagues; it is not shown to others."),
            errors=errors,
            rows=2,
        ),
        date_field(
            "date", _("Revoked from"), hint=_("Leave empty for now."), errors=errors, optional=True
        ),
        rx.el.div(
            button(_("Revoke the awards"), variant="danger", type="submit"),
            class_name="flex justify-end",
        ),
        key=LIST.revoking.to_string(),
        on_submit=LIST.revoke_chosen,
    )
    return dialog(
        inside,
        id="revoke-awards",
        title=_("Revoke these awards?"),
        opened=LIST.revoking,
        on_close=LIST.keep,
    )
