"""A list of the console, drawn from its declaration: search, filters, table, pages, export.

On phones its rows are cards.
"""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.address_bar import address_bar
from certify_app.components.buttons import link_button
from certify_app.components.chips import chips
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.fields import date_field, select_field
from certify_app.components.filter_panel import filter_button, filter_panel
from certify_app.components.hydrated import hydrated
from certify_app.components.links import link
from certify_app.components.pagination import pagination
from certify_app.components.search_field import search_field
from certify_app.components.skeleton import table_skeleton
from certify_app.components.sort_head import sort_choice, sort_head
from certify_app.components.status_tag import status_tag
from certify_app.components.text import hidden, mono
from certify_app.components.values import FromState
from certify_app.domain.lists.list_of import SIZES, Column, Days, Filter, ListOf, Look
from certify_app.locales import _
from certify_app.state.console.list_rows import FROM, TO

PANEL = "advanced-search"


def console_list(
    what: ListOf,
    state: FromState,
    *,
    empty: rx.Component,
    bulk: tuple[Any, ...] = (),
    may_choose: FromState = None,
) -> rx.Component:
    """`empty` stands where there is nothing at all. `bulk` are buttons for ticked rows, and
    `may_choose` says who gets the ticks: a Var, such as `may_do(act)`."""
    nothing = state.asked.length() == 0
    ticks = may_choose if bulk else None
    none = rx.cond(nothing, empty, _none_found())
    shown = rx.cond(state.view.found > 0, _table(what, state, ticks), none)
    return rx.el.div(
        address_bar(state.view.address),
        _tools(what, state),
        _filters(what, state),
        chips(state.chips, state.remove_filter, state.clear_filters),
        hydrated(
            rx.el.div(
                _bulk_bar(state, bulk) if bulk else None,
                sort_choice(_sorting(what), state.view.sort, state.view.descending, state.sort_by),
                shown,
                rx.cond(state.view.found > 0, _pages(state)),
            ),
            table_skeleton(8),
        ),
    )


def _none_found() -> rx.Component:
    return empty_state(
        _("Nothing matches your search"),
        _("Check the spelling, or take a filter off."),
        icon_name="search-x",
    )


def _tools(what: ListOf, state: FromState) -> rx.Component:
    export = link_button(
        _("Export"), state.view.export, icon="download", also=_("as CSV"), full_load=True
    )
    return rx.el.div(
        rx.el.div(
            search_field(
                _(what.search),
                state.search_for.debounce(300),
                default_value=state.asked["search"].to(str),
                max_length=100,
                key=state.view.forms.to_string(),
            ),
            class_name="grow sm:[&>div]:w-full sm:max-w-md",
        ),
        rx.el.div(
            filter_button(state.view.filtering, state.toggle_filter, PANEL, state.chips.length())
            if what.filters
            else None,
            export,
            class_name="flex flex-wrap gap-3 max-sm:w-full max-sm:[&>*]:grow",
        ),
        class_name="flex flex-wrap items-center justify-between gap-3 mb-5 print:hidden",
    )


def _filters(what: ListOf, state: FromState) -> rx.Component | None:
    if not what.filters:
        return None
    problems = rx.el.div(
        error_summary(state.errors, id="filter-problems"), class_name="sm:col-span-full"
    )
    return filter_panel(
        problems,
        *[_field(one, state) for one in what.filters],
        id=PANEL,
        opened=state.view.filtering,
        on_search=state.filter_by,
        on_clear=state.clear_filters,
        forms=state.view.forms.to_string(),
    )


def _field(one: Filter, state: FromState) -> rx.Component:
    if isinstance(one, Days):
        return _days(one, state)
    if callable(one.options):
        options = state.options[one.name].to(list[tuple[str, str]])
    else:
        options = [(value, _(words)) for value, words in one.options]
    return select_field(
        one.name,
        _(one.label),
        options,
        default_value=state.asked[one.name].to(str),
        empty=_("Any"),
        errors=state.errors,
    )


def _days(one: Days, state: FromState) -> rx.Component:
    label = _(one.label)
    ends = ((f"{one.name}-from", _(FROM, label=label)), (f"{one.name}-to", _(TO, label=label)))
    fields = [
        date_field(name, words, default_value=state.asked[name].to(str), errors=state.errors)
        for name, words in ends
    ]
    legend = rx.el.legend(label, class_name="sr-only")
    return rx.el.fieldset(legend, *fields, class_name="grid grid-cols-2 gap-3")


def _sorting(what: ListOf) -> list[tuple[str, str]]:
    return [(c.name, _(c.label)) for c in what.columns if c.sort is not None]


def _bulk_bar(state: FromState, bulk: tuple[Any, ...]) -> rx.Component:
    count = rx.el.p(
        state.chosen.length(),
        " ",
        _("selected"),
        role="status",
        class_name="font-semibold text-ink",
    )
    clear = rx.el.button(
        _("Clear selection"),
        type="button",
        on_click=state.choose_none,
        class_name="min-h-8 px-2 text-note font-semibold text-brand-text underline underline-offset-[3px]",
    )
    bar = rx.el.div(
        count,
        clear,
        rx.el.div(*bulk, class_name="ml-auto flex flex-wrap gap-2"),
        class_name="flex flex-wrap items-center gap-3 mb-3 rounded-card border border-line bg-brand-tint px-4 py-2.5 "
        "sticky top-2 z-10",
    )
    return rx.cond(state.chosen.length() > 0, bar)


def _table(what: ListOf, state: FromState, ticks: FromState) -> rx.Component:
    columns = [column for _place, column in _drawn(what)]
    heads: list[Any] = [_head(column, state) for column in columns]
    if ticks is not None:
        heads.insert(0, _tick_all(state, ticks))
    rows = rx.foreach(state.rows, lambda one: _row(what, state, one, ticks))
    first = len(heads) - len(columns)
    numbers = {first + n for n, c in enumerate(columns) if c.look is Look.NUMBER}
    table = data_table(heads, rows, caption=_(what.title), numbers=numbers)
    return rx.el.div(table, class_name="console-list")


def _drawn(what: ListOf) -> list[tuple[int, Column]]:
    """The columns with their places; those below another have no column of their own."""
    return [(n, c) for n, c in enumerate(what.columns) if c.look is not Look.BELOW]


def _head(column: Column, state: FromState) -> Any:
    if column.sort is None:
        return _(column.label)
    return sort_head(
        _(column.label), column.name, state.view.sort, state.view.descending, state.sort_by
    )


def _row(what: ListOf, state: FromState, one: Any, ticks: FromState) -> rx.Component:
    cells = [_cell(what, c, one, place) for place, c in _drawn(what)]
    if ticks is not None:
        cells.insert(0, _tick(state, one, ticks))
    return row(*cells, key=one.id)


def _cell(what: ListOf, column: Column, one: Any, place: int) -> rx.Component:
    value = one.cells[place].to(str)
    label = _(column.label)
    if column.look is Look.HEAD:
        below = [one.cells[n].to(str) for n, c in enumerate(what.columns) if c.look is Look.BELOW]
        named = rx.cond(one.href != "", link(value, href=one.href), value)
        return head_cell(named, below=rx.fragment(*below) if below else None)
    if column.look is Look.TAG:
        return cell(status_tag(value), column=label)
    if column.look is Look.MONO:
        whole = rx.el.span(mono(value), class_name="md:whitespace-nowrap")
        return cell(whole, column=label)
    return cell(value, column=label, number=column.look is Look.NUMBER)


def _tick(state: FromState, one: Any, ticks: FromState) -> rx.Component:
    box = rx.el.input(
        type="checkbox",
        checked=state.chosen.contains(one.id),
        on_change=lambda _ticked: state.choose(one.id),
        aria_label=_("Select") + " " + one.cells[0].to(str),
        class_name="size-5 accent-brand",
    )
    return rx.el.td(rx.cond(ticks, box), class_name="md:pl-5 md:w-10 align-middle")


def _tick_all(state: FromState, ticks: FromState) -> rx.Component:
    box = rx.el.input(
        type="checkbox",
        checked=state.chosen.length() == state.rows.length(),
        on_change=lambda _ticked: state.choose_page(),
        aria_label=_("Select all on this page"),
        class_name="size-5 accent-brand",
    )
    return rx.el.th(rx.cond(ticks, box, hidden(_("Select"))), scope="col", class_name="pl-5 w-10")


def _pages(state: FromState) -> rx.Component:
    size = rx.el.label(
        rx.el.span(_("Rows on a page"), class_name="text-caption text-muted"),
        rx.el.select(
            *[rx.el.option(str(n), value=str(n)) for n in SIZES],
            value=state.view.size,
            on_change=state.show_rows,
            class_name="min-h-10 rounded-field border border-edge bg-surface px-2 text-note text-ink",
        ),
        class_name="flex items-center gap-2",
    )
    pages = pagination(
        state.view.showing,
        state.go_previous,
        state.go_next,
        state.view.page > 1,
        state.view.has_next,
    )
    return rx.el.div(
        size,
        rx.el.div(pages, class_name="grow"),
        class_name="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden",
    )
