"""The search of learners who opted in (guide 7.2.3)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.calendar_field import calendar_field
from certify_app.components.cards import SURFACE
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.dialog import dialog
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import text_area, text_field
from certify_app.components.forms import form
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import notice
from certify_app.components.skeleton import table_skeleton
from certify_app.components.text import page_title
from certify_app.components.third_party_shell import third_party_shell
from certify_app.locales import N_, _
from certify_app.state.third_party.search import LearnerSearch as Search

TITLE = N_("Search")
NOWRAP = "md:whitespace-nowrap"


def search() -> rx.Component:
    lead = _("Learners who chose to be found. They see that you searched for them.")
    closed = notice(Search.closed, kind="info", live=False)
    return third_party_shell(
        page_title(_(TITLE), lead),
        hydrated(rx.cond(Search.closed != "", closed, _open()), table_skeleton(2)),
        _ask_dialog(),
        active="/third-party/search",
    )


def _open() -> rx.Component:
    return rx.el.div(
        error_summary(Search.errors),
        rx.cond(
            Search.message != "", rx.el.div(notice(Search.message, kind="ok"), class_name="mb-5")
        ),
        form(
            text_field(
                "search",
                _("Name or reference"),
                hint=_("First and last name, or the reference on a certificate"),
                errors=Search.errors,
                max_length=200,
                auto_complete="off",
            ),
            submit(_("Search")),
            on_submit=Search.search,
            role="search",
            class_name=f"{SURFACE} max-w-[36rem] p-5 md:p-6",
        ),
        rx.cond(Search.searched, _results()),
        class_name="flex flex-col",
    )


def _results() -> rx.Component:
    nothing = empty_state(
        _("Nobody found"),
        _("They may not have opted in. Check the spelling, or ask them for their reference."),
        icon_name="search-x",
    )
    columns = [_("Full name"), _("Reference"), _("Title"), _("Award Date"), _("Actions")]
    table = data_table(columns, rx.foreach(Search.rows, _row), _("Learners found"))
    return rx.el.div(
        rx.el.p(Search.summary, role="status", class_name="mb-3"),
        rx.cond(Search.rows.length() > 0, table, nothing),  # type: ignore[attr-defined]
        class_name="mt-8",
    )


def _row(one: Any) -> rx.Component:
    ask = button(
        _("Request connection"),
        variant="secondary",
        also=one.name + " " + one.title,
        on_click=Search.ask(one.reference),  # type: ignore[operator]
    )
    return row(
        head_cell(rx.el.span(one.name, class_name=NOWRAP)),
        cell(rx.el.span(one.reference, class_name=NOWRAP + " font-mono"), column=_("Reference")),
        cell(one.title, column=_("Title")),
        cell(rx.el.span(one.award_date, class_name=NOWRAP), column=_("Award Date")),
        cell(rx.el.div(ask, class_name=NOWRAP)),
        key=one.reference,
    )


def _ask_dialog() -> rx.Component:
    fields = form(
        error_summary(Search.ask_errors, id="ask-problems"),
        rx.el.p(
            rx.el.strong(Search.chosen.name),
            " ",
            _("is told who you are, and decides what you see."),
            class_name="mb-4",
        ),
        calendar_field(
            "expiry_date",
            _("Expiry Date"),
            errors=Search.ask_errors,
            first=Search.first,
            last=Search.last,
            default_value=Search.proposed,
        ),
        text_area("purpose", _("Purpose"), optional=True, rows=2, max_length=300),
        id="ask-form",
        key=Search.openings.to(str),  # type: ignore[attr-defined]
        on_submit=Search.send,
    )
    return dialog(
        rx.cond(Search.asking, fields),
        id="ask-learner",
        title=_("Request connection"),
        opened=Search.asking,
        on_close=Search.close,
        actions=[
            button(_("Cancel"), variant="quiet", on_click=Search.close),
            submit(_("Send"), form="ask-form"),
        ],
    )
