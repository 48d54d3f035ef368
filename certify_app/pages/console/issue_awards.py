"""The dialog in which awards are issued by hand."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.console_shell import if_may
from certify_app.components.dialog import dialog
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import date_field, select_field, text_area, text_field
from certify_app.components.forms import form
from certify_app.components.notice import notice
from certify_app.components.values import FromState
from certify_app.domain.acts import Act
from certify_app.locales import _
from certify_app.state.console.issue_awards import IssueAwards

ISSUE: FromState = IssueAwards


def issue_button() -> rx.Component:
    return if_may(Act.CHANGE_AWARDS, button(_("Issue awards"), icon="plus", on_click=ISSUE.open))


def issued_message() -> rx.Component:
    said = rx.el.div(notice(ISSUE.said, kind="ok"), class_name="mb-5")
    return rx.cond(ISSUE.said != "", said)


def issue_dialog() -> rx.Component:
    errors = ISSUE.errors
    inside = form(
        error_summary(errors, id="issue-problems"),
        text_area(
            "enrolment_number",
            _("Enrolment numbers"),
            hint=_("One on each line. All are issued, or none."),
            errors=errors,
            rows=3,
        ),
        select_field(
            "qualification_code",
            _("Qualification"),
            ISSUE.qualifications,
            empty=_("Choose a qualification"),
            errors=errors,
        ),
        date_field("award_date", _("Award date"), errors=errors),
        date_field("expiry_date", _("Expiry date"), errors=errors, optional=True),
        text_field("grade", _("Grade"), errors=errors, optional=True),
        rx.el.div(submit(_("Issue")), class_name="flex justify-end"),
        key=ISSUE.opened.to_string(),
        on_submit=ISSUE.issue,
    )
    return dialog(
        inside,
        id="issue-awards",
        title=_("Issue awards"),
        opened=ISSUE.opened,
        on_close=ISSUE.close,
    )
