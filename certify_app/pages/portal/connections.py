"""Manage connections (guide 6)."""

from __future__ import annotations

import reflex as rx

from certify_app.components.address_bar import address_bar
from certify_app.components.buttons import button, link_button
from certify_app.components.chips import chips
from certify_app.components.empty_state import empty_state
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import live_region, notice
from certify_app.components.pagination import pagination
from certify_app.components.portal_shell import portal_shell
from certify_app.components.search_field import search_field
from certify_app.components.skeleton import table_skeleton
from certify_app.components.tabs import tab_panel, tabs
from certify_app.components.text import page_title, section_title
from certify_app.components.timeline import timeline
from certify_app.locales import N_, _
from certify_app.pages.portal.asks import asks
from certify_app.pages.portal.connection_dialogs import (
    add_dialog,
    cancel_dialog,
    extend_dialog,
)
from certify_app.pages.portal.connection_filter import filter_dialog, filter_opener
from certify_app.pages.portal.connection_list import cards, table
from certify_app.state.portal.add_connection import AddConnection
from certify_app.state.portal.connections import Connections

TITLE = N_("Manage connections")
PANEL = "connections-panel"


def connections() -> rx.Component:
    add = button(_("Add Connection"), icon="plus", on_click=AddConnection.open)
    return portal_shell(
        address_bar(Connections.address),
        page_title(_("Connections"), _("You decide who sees your documents, and until when."), add),
        hydrated(rx.el.div(_said(), asks(), _list(), _who_looked()), table_skeleton(4)),
        add_dialog(),
        filter_dialog(Connections),
        extend_dialog(),
        cancel_dialog(),
        active="/connections",
    )


def _said() -> rx.Component:
    """What the last act has done, and after a new request the way to choose documents."""
    next_step = link_button(
        _("Share Documents"),
        AddConnection.made_href,
        icon="file-check",
    )
    return rx.el.div(
        rx.cond(
            Connections.message != "",
            notice(
                Connections.message,
                rx.cond(
                    AddConnection.made_href != "",
                    _("Choose now what they see once they accept."),
                    "",
                ),
                kind="ok",
                actions=[rx.cond(AddConnection.made_href != "", next_step)],
            ),
        ),
        rx.cond(Connections.problem != "", notice(Connections.problem, kind="danger")),
        class_name="flex flex-col gap-3 mb-5 empty:hidden",
    )


def _list() -> rx.Component:
    choice = tabs(
        [("active", _("Active")), ("inactive", _("Inactive"))],
        Connections.tab,
        Connections.choose_tab,
        _("Connections"),
        PANEL,
    )
    narrow = rx.el.div(
        search_field(
            _("Search for any term"),
            Connections.search_for.debounce(300),  # type: ignore[attr-defined]
            default_value=Connections.search,
            max_length=100,
        ),
        filter_opener(Connections),
        class_name="flex grow items-center gap-3 sm:grow-0",
    )
    rows = rx.el.div(table(), cards(), rx.el.div(_pages(), class_name="mt-4"))
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
    narrowed = (Connections.search != "") | (Connections.chips.length() > 0)  # type: ignore[attr-defined]
    none_match = empty_state(
        _("No connections match"),
        _("Check the spelling, or take a filter off."),
        icon_name="search-x",
    )
    none_over = empty_state(
        _("Nothing has ended"),
        _("Connections that expire, are rejected or cancelled are listed here."),
        icon_name="users-round",
    )
    none_yet = empty_state(
        _("You have no connections"),
        _("Nobody but you and your awarding body can see your documents."),
        icon_name="users-round",
        action=button(
            _("Add your first connection"), variant="secondary", on_click=AddConnection.open
        ),
    )
    return rx.cond(narrowed, none_match, rx.cond(Connections.tab == "active", none_yet, none_over))


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


def _who_looked() -> rx.Component:
    return rx.cond(
        Connections.log.length() > 0,  # type: ignore[attr-defined]
        rx.el.section(
            section_title(_("Who looked"), id="who-looked"),
            timeline(Connections.log),
            aria_labelledby="who-looked",
            class_name="mt-12",
        ),
    )
