"""A third party's connections: who shares with it, and until when."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.address_bar import address_bar
from certify_app.components.buttons import button, icon_button, link_button
from certify_app.components.cards import SURFACE
from certify_app.components.chips import chips
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.empty_state import empty_state
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import live_region, notice
from certify_app.components.pagination import pagination
from certify_app.components.search_field import search_field
from certify_app.components.skeleton import table_skeleton
from certify_app.components.status_tag import status_tag
from certify_app.components.tabs import tab_panel, tabs
from certify_app.components.text import page_title
from certify_app.components.third_party_shell import third_party_shell
from certify_app.locales import N_, _
from certify_app.pages.portal.connection_filter import filter_dialog, filter_opener
from certify_app.pages.portal.connection_list import SMALL, card_bin, icon_link
from certify_app.pages.third_party.connection_dialogs import extend_dialog, leave_dialog
from certify_app.state.third_party.change_connection import ChangeStudentConnection as Change
from certify_app.state.third_party.connections import StudentConnections as Connections

TITLE = N_("Connections")
PANEL = "students-panel"


def connections() -> rx.Component:
    return third_party_shell(
        address_bar(Connections.address),
        page_title(_(TITLE), _("Learners who share their certificates with you.")),
        hydrated(rx.el.div(_said(), _list()), table_skeleton(4)),
        filter_dialog(Connections),
        extend_dialog(),
        leave_dialog(),
        active="/third-party",
    )


def _said() -> rx.Component:
    return rx.el.div(
        rx.cond(Connections.message != "", notice(Connections.message, kind="ok")),
        rx.cond(Connections.problem != "", notice(Connections.problem, kind="danger")),
        class_name="mb-5 empty:hidden",
    )


def _list() -> rx.Component:
    choice = tabs(
        [("active", _("Active")), ("inactive", _("Inactive"))],
        Connections.tab,
        Connections.choose_tab,
        _("Connections"),
        PANEL,
    )
    find = search_field(
        _("Search for any term"),
        Connections.search_for.debounce(300),  # type: ignore[attr-defined]
        default_value=Connections.search,
        max_length=100,
    )
    narrow = rx.el.div(
        find, filter_opener(Connections), class_name="flex grow items-center gap-3 sm:grow-0"
    )
    rows = rx.el.div(_table(), _cards(), rx.el.div(_pages(), class_name="mt-4"))
    return rx.el.div(
        rx.el.div(
            choice, narrow, class_name="flex flex-wrap items-center justify-between gap-3 mb-4"
        ),
        chips(Connections.chips, Connections.remove_filter, Connections.clear_filters),
        live_region(Connections.showing),
        tab_panel(
            rx.cond(Connections.found > 0, rows, _nothing()), id=PANEL, chosen=Connections.tab
        ),
    )


def _nothing() -> rx.Component:
    none_match = empty_state(
        _("No connections match"),
        _("Check the spelling, or take a filter off."),
        icon_name="search-x",
    )
    none_yet = empty_state(
        _("Nobody shares with you yet"),
        _("When a learner sends you a request, it appears here and in your mailbox."),
        icon_name="users-round",
    )
    none_over = empty_state(
        _("Nothing has ended"),
        _("Connections that expire, are rejected or cancelled are listed here."),
        icon_name="users-round",
    )
    here = rx.cond(Connections.tab == "active", none_yet, none_over)
    narrowed = (Connections.search != "") | (Connections.chips.length() > 0)  # type: ignore[attr-defined]
    return rx.cond(narrowed, none_match, here)


def _pages() -> rx.Component:
    several = pagination(
        Connections.showing,
        Connections.go_previous,
        Connections.go_next,
        Connections.page > 1,
        Connections.has_next,
    )
    one = rx.el.p(Connections.showing, class_name="text-caption text-muted")
    return rx.cond((Connections.page > 1) | Connections.has_next, several, one)


def _table() -> rx.Component:
    columns = [
        _("Student name"),
        _("Student email"),
        _("Status"),
        _("Initiated By"),
        _("Documents Shared"),
        _("Expires"),
        _("Actions"),
    ]
    rows = rx.foreach(Connections.rows, _row)
    return rx.el.div(data_table(columns, rows, _("Connections")), class_name="max-md:hidden")


def _row(one: Any) -> rx.Component:
    return row(
        head_cell(one.student, below=one.wish),
        cell(one.email),
        cell(status_tag(one.status)),
        cell(one.initiated_by),
        cell(one.shared),
        cell(rx.el.span(one.ends, class_name="whitespace-nowrap")),
        cell(rx.el.div(_actions(one), class_name="flex -ml-3")),
        key=one.id.to(str),
    )


def _actions(one: Any) -> rx.Component:
    look = icon_link(_("Open") + ": " + one.student, "eye", one.href)
    clock = icon_button(
        _("Extend") + ": " + one.student,
        "clock",
        on_click=Change.ask_extend(one.id),  # type: ignore[operator]
    )
    leave = icon_button(
        _("Leave") + ": " + one.student,
        "trash-2",
        on_click=Change.ask_leave(one.id),  # type: ignore[operator]
    )
    running = rx.cond(one.status == "active", rx.fragment(look, clock, leave), leave)
    over = rx.cond(one.status == "expired", clock)
    answer = rx.el.div(*_answer(one), class_name="flex gap-2 pl-3")
    return rx.cond(one.is_over, over, rx.cond(one.asks_us, answer, running))


def _answer(one: Any) -> list[rx.Component]:
    return [
        button(
            _("Reject"),
            variant="secondary",
            also=one.student,
            on_click=Connections.reject(one.id),  # type: ignore[operator]
        ),
        button(_("Accept"), also=one.student, on_click=Connections.accept(one.id)),  # type: ignore[operator]
    ]


def _cards() -> rx.Component:
    return rx.el.ul(
        rx.foreach(Connections.rows, lambda one: rx.el.li(_card(one), key=one.id.to(str))),
        class_name="flex flex-col gap-4 md:hidden",
    )


def _card(one: Any) -> rx.Component:
    head = rx.el.div(
        rx.el.div(
            rx.el.p(one.student, class_name="font-semibold text-ink"),
            rx.el.p(one.email, class_name=f"{SMALL} break-words"),
            class_name="min-w-0",
        ),
        status_tag(one.status),
        class_name="flex items-start justify-between gap-3",
    )
    return rx.el.div(
        rx.el.div(
            head,
            rx.el.p(one.shared_line, " · ", one.sentence, class_name="mt-3 text-note text-ink"),
            rx.cond(one.wish != "", rx.el.p(one.wish, class_name=f"mt-1 {SMALL}")),
            class_name="p-4",
        ),
        rx.el.div(
            _card_actions(one),
            class_name="flex flex-wrap gap-2 border-t border-line p-3 empty:hidden",
        ),
        class_name=SURFACE,
    )


def _card_actions(one: Any) -> rx.Component:
    look = link_button(_("Open"), one.href, icon="eye", variant="primary", also=one.student)
    clock = button(
        _("Extend"),
        icon="clock",
        variant="secondary",
        also=one.student,
        on_click=Change.ask_extend(one.id),  # type: ignore[operator]
    )
    leave = card_bin(
        _("Leave") + ": " + one.student,
        Change.ask_leave(one.id),  # type: ignore[operator]
    )
    running = rx.cond(one.status == "active", rx.fragment(look, clock, leave), leave)
    over = rx.cond(one.status == "expired", clock)
    return rx.cond(one.is_over, over, rx.cond(one.asks_us, rx.fragment(*_answer(one)), running))
