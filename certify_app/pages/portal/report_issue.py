"""Report Document Issue (guide 4.2.3): the dialog, and what became of earlier reports."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.cards import card
from certify_app.components.dialog import dialog
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import select_field, shown_value, text_area
from certify_app.components.forms import form
from certify_app.components.notice import notice
from certify_app.components.status_tag import BLUE, GREEN, GREY, tag
from certify_app.components.text import card_title, section_title
from certify_app.components.values import FromState
from certify_app.domain.reports.report_issue import LONGEST
from certify_app.domain.reports.statuses import NAMES, ReportStatus
from certify_app.locales import _
from certify_app.state.brand import Brand
from certify_app.state.portal.report_issue import ReportIssue, ReportRow

REPORT: FromState = ReportIssue
LOOKS = {
    ReportStatus.OPEN: ("send", BLUE),
    ReportStatus.IN_WORK: ("loader", BLUE),
    ReportStatus.ANSWERED: ("circle-check", GREEN),
    ReportStatus.CLOSED: ("circle-slash", GREY),
}


def report_button(award: Any, about: Any) -> rx.Component:
    """Of an award's card; `about` names it for screen readers."""
    return button(
        _("Report"),
        icon="flag",
        variant="quiet",
        also=about,
        on_click=REPORT.ask(award, ""),
    )


def report_progress(award: Any) -> rx.Component:
    """On an award's card: how far the reports about it are."""
    return rx.foreach(
        REPORT.reports,
        lambda row: rx.cond(
            row.award == award,
            rx.el.p(
                rx.el.span(_("Your report")),
                _status(row.status),
                class_name="mt-4 flex flex-wrap items-center gap-2 text-note text-muted",
            ),
        ),
    )


def report_dialog() -> rx.Component:
    has_sent = ReportIssue.sent != ""
    close = button(_("OK"), on_click=ReportIssue.close, auto_focus=True)
    cancel = button(_("Cancel"), variant="quiet", on_click=ReportIssue.close)
    send = submit(_("Send"), form="report-form", icon="send")
    return dialog(
        rx.cond(
            has_sent,
            notice(ReportIssue.sent, kind="ok"),
            rx.el.div(_form(), key=ReportIssue.round.to(str)),  # type: ignore[attr-defined]
        ),
        id="report-dialog",
        title=_("Report Document Issue"),
        opened=ReportIssue.opened,
        on_close=ReportIssue.close,
        actions=[rx.cond(has_sent, close, rx.fragment(cancel, send))],
        width="38rem",
    )


def _form() -> rx.Component:
    return form(
        error_summary(ReportIssue.errors, id="report-problems"),
        rx.el.p(
            _(
                "Using the below message box you can report the issue you are having with the "
                "electronic document. This would send an email to the Team at"
            ),
            " ",
            Brand.name,
            ". ",
            _("Someone will reach out to help rectify the problem."),
            class_name="mb-5 text-note",
        ),
        select_field(
            "reason",
            _("Issue reason"),
            ReportIssue.reasons,
            errors=ReportIssue.errors,
            empty=_("Choose a reason"),
        ),
        text_area(
            "description",
            _("Issue Description"),
            errors=ReportIssue.errors,
            max_length=LONGEST,
            rows=3,
        ),
        rx.el.p(
            _("The following details will also be included on the email."),
            class_name="mb-3 text-note text-muted",
        ),
        rx.el.div(
            shown_value(_("Reporter's Name"), ReportIssue.name),
            shown_value(_("Reporter's Email"), ReportIssue.email),
            shown_value(_("Student's Enrolment Number"), ReportIssue.enrolment_number),
            shown_value(_("Qualification Title"), ReportIssue.title),
            class_name="grid gap-x-4 sm:grid-cols-2",
        ),
        id="report-form",
        on_submit=ReportIssue.send,
    )


def own_reports() -> rx.Component:
    """A section of the documents page; nothing where nothing was reported."""
    return rx.cond(
        ReportIssue.reports.length() > 0,  # type: ignore[attr-defined]
        rx.el.section(
            section_title(_("Your reports"), id="reports"),
            _rows(),
            aria_labelledby="reports",
            class_name="mt-12",
        ),
    )


def reports_under_document() -> rx.Component:
    """Folded up above the document in view."""
    return rx.cond(
        ReportIssue.reports.length() > 0,  # type: ignore[attr-defined]
        rx.el.details(
            rx.el.summary(
                _("Your reports"),
                class_name="cursor-pointer rounded-field px-1 py-1.5 font-semibold text-ink",
            ),
            rx.el.div(_rows(), class_name="max-h-[45dvh] overflow-y-auto py-2", tab_index=0),
        ),
    )


def _rows() -> rx.Component:
    rows = rx.foreach(ReportIssue.reports, lambda row: rx.el.li(_row(row), key=row.id.to(str)))
    return rx.el.ul(rows, class_name="flex flex-col gap-4")


def _row(row: ReportRow) -> rx.Component:
    answer = rx.el.div(
        rx.el.p(Brand.name, class_name="font-semibold text-ink"),
        rx.el.p(row.answer, class_name="whitespace-pre-line break-words"),
        class_name="mt-3 rounded-field bg-sunken px-4 py-3",
    )
    return card(
        rx.el.div(
            card_title(row.title),
            _status(row.status),
            class_name="flex flex-wrap items-start justify-between gap-x-4 gap-y-2",
        ),
        rx.el.p(row.reason, class_name="mt-2 font-semibold text-ink"),
        rx.el.p(row.description, class_name="whitespace-pre-line break-words"),
        rx.cond(row.answer != "", answer),
        rx.el.ul(
            rx.foreach(row.steps, lambda step: rx.el.li(step, key=step)),
            class_name="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-caption text-muted",
        ),
    )


def _status(status: Any) -> rx.Component:
    cases = [(one.value, tag(_(NAMES[one]), *LOOKS[one])) for one in ReportStatus]
    return rx.match(status, *cases, rx.fragment())
