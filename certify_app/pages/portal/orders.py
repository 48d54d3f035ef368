"""Orders (guide 5.3)."""

from __future__ import annotations

import reflex as rx

from certify_app.components.address_bar import address_bar
from certify_app.components.buttons import link_button
from certify_app.components.chips import chips
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.empty_state import empty_state
from certify_app.components.filter_panel import filter_button
from certify_app.components.hydrated import hydrated
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.moved_focus import followed_heading
from certify_app.components.pagination import pagination
from certify_app.components.portal_shell import portal_shell
from certify_app.components.search_field import search_field
from certify_app.components.skeleton import table_skeleton
from certify_app.components.sort_head import sort_choice, sort_head
from certify_app.components.status_tag import BLUE, RED, status_tag, tag
from certify_app.components.text import hidden, mono, page_title
from certify_app.components.values import FromState
from certify_app.locales import N_, _
from certify_app.pages.portal.order_filter import PANEL, order_filter
from certify_app.state.portal.order_rows import OrderRow
from certify_app.state.portal.orders import Orders

TITLE = N_("Orders")
ORDERS: FromState = Orders
COLUMNS = (
    ("name", N_("Full name")),
    ("status", N_("Status")),
    ("delivery", N_("Delivery Type")),
    ("total", N_("Total")),
    ("created_by", N_("Created by")),
    ("created", N_("Creation time")),
)
ROUND = (
    "tip inline-grid place-items-center size-11 rounded-field text-brand-text "
    "transition-colors hover:bg-brand-tint"
)


def orders() -> rx.Component:
    return portal_shell(
        address_bar(ORDERS.address),
        page_title(_(TITLE), _("What you ordered, and how far it is.")),
        hydrated(rx.cond(ORDERS.has_any, _list(), _nothing()), table_skeleton()),
        active="/orders",
    )


def _nothing() -> rx.Component:
    return empty_state(
        _("You have no orders"),
        _("Printed copies that you order are listed here until they reach you."),
        icon_name="package",
        action=link_button(_("Shop"), "/store", icon="store"),
    )


def _list() -> rx.Component:
    none_found = empty_state(
        _("No orders match your search"),
        _("Check the spelling, or take a filter off."),
        icon_name="search-x",
    )
    return rx.el.div(
        _tools(),
        order_filter(),
        followed_heading(_("Orders found"), ORDERS.searches, "orders-found", class_name="sr-only"),
        chips(ORDERS.chips, ORDERS.remove_filter, ORDERS.clear_filters),
        sort_choice(
            [(c, _(n)) for c, n in COLUMNS], ORDERS.sort, ORDERS.descending, ORDERS.sort_by
        ),
        rx.cond(ORDERS.found > 0, _table(), none_found),
        _pages(),
        class_name="relative",
    )


def _tools() -> rx.Component:
    return rx.el.div(
        search_field(
            _("Search for any term"),
            ORDERS.search_for.debounce(300),
            default_value=ORDERS.asked["search"].to(str),
            max_length=100,
        ),
        filter_button(
            ORDERS.filtering,
            ORDERS.toggle_filter,
            PANEL,
            ORDERS.chips.length(),
        ),
        class_name="flex flex-wrap items-center justify-between gap-3 mb-5",
    )


def _table() -> rx.Component:
    heads = [
        sort_head(_(n), c, ORDERS.sort, ORDERS.descending, ORDERS.sort_by, number=c == "total")
        for c, n in COLUMNS
    ]
    return data_table(
        [*heads, _("Actions")],
        rx.foreach(ORDERS.rows, _order),
        caption=_(TITLE),
    )


def _order(order: OrderRow) -> rx.Component:
    created_by, created = _("Created by"), _("Creation time")
    return row(
        head_cell(order.name, below=mono(order.number)),
        cell(
            rx.el.div(
                status_tag(order.status),
                rx.cond(order.part != "", tag(order.part, "rotate-ccw", RED)),
                rx.cond(order.is_test, tag(_("Test"), "flask-conical", BLUE)),
                class_name="flex flex-wrap gap-1.5",
            )
        ),
        cell(order.delivery, column=_("Delivery Type")),
        cell(order.total, column=_("Total"), number=True),
        cell(order.created_by, column=created_by),
        cell(order.created, column=created),
        cell(_view(order)),
        key=order.number,
    )


def _view(order: OrderRow) -> rx.Component:
    """The magnifier; on phones with its words, since a card has the room."""
    return link(
        icon("search", 20),
        hidden(_("View order"), " ", order.number),
        rx.el.span(_("View order"), class_name="md:hidden", aria_hidden="true"),
        rx.el.span(_("View order"), class_name="tip-text max-md:hidden", aria_hidden="true"),
        href=order.href,
        class_name=f"{ROUND} max-md:flex max-md:w-full max-md:items-center max-md:justify-center "
        "max-md:gap-2 max-md:border max-md:border-line max-md:text-note max-md:font-semibold max-md:mt-1.5",
    )


def _pages() -> rx.Component:
    size = rx.el.label(
        rx.el.span(_("Orders on a page"), class_name="text-caption text-muted"),
        rx.el.select(
            *[rx.el.option(n, value=n) for n in ("10", "20", "50", "100")],
            value=ORDERS.size,
            on_change=ORDERS.show_rows,
            class_name="min-h-10 rounded-field border border-edge bg-surface px-2 text-note text-ink",
        ),
        class_name="flex items-center gap-2",
    )
    return rx.el.div(
        size,
        rx.el.div(
            pagination(
                ORDERS.showing,
                ORDERS.go_previous,
                ORDERS.go_next,
                ORDERS.page > 1,
                ORDERS.has_next,
            ),
            class_name="grow",
        ),
        class_name="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2",
    )
