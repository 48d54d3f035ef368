"""A column that sorts its table; on phones, where tables are cards, a drop-down does."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.text import hidden
from certify_app.locales import _


def sort_head(
    label: str, column: str, sorted_by: Any, descending: Any, on_sort: Any, number: bool = False
) -> rx.Component:
    """A head for `data_table`; `on_sort` is a handler that takes the column."""
    here = sorted_by == column
    drawn = rx.cond(
        here,
        rx.cond(descending, icon("arrow-down", 15), icon("arrow-up", 15)),
        icon("chevrons-up-down", 15, "opacity-60"),
    )
    side = "ml-auto" if number else ""
    return rx.el.th(
        rx.el.button(
            rx.el.span(label),
            drawn,
            type="button",
            on_click=on_sort(column),
            class_name=f"flex items-center gap-1 min-h-8 -mx-2 px-2 rounded font-semibold hover:bg-brand-tint {side}",
        ),
        scope="col",
        aria_sort=rx.cond(here, rx.cond(descending, "descending", "ascending"), "none"),
        class_name="px-5 py-2 whitespace-nowrap",
    )


def sort_choice(
    columns: list[tuple[str, str]], sorted_by: Any, descending: Any, on_sort: Any
) -> rx.Component:
    """The same for phones: a column, and beside it which way."""
    column = rx.el.label(
        rx.el.span(_("Sort by"), class_name="text-note text-muted shrink-0"),
        rx.el.select(
            *[rx.el.option(label, value=column) for column, label in columns],
            value=sorted_by,
            on_change=on_sort,
            class_name="min-h-11 grow min-w-0 rounded-field border border-edge bg-surface px-3 text-note text-ink",
        ),
        class_name="flex grow min-w-0 items-center gap-3",
    )
    way = rx.el.button(
        rx.cond(descending, icon("arrow-down", 18), icon("arrow-up", 18)),
        hidden(rx.cond(descending, _("Descending"), _("Ascending")), ", ", _("turn round")),
        type="button",
        on_click=on_sort(sorted_by),
        class_name="grid size-11 shrink-0 place-items-center rounded-field border border-edge bg-surface text-brand-text hover:bg-brand-tint",
    )
    return rx.el.div(column, way, class_name="mb-3 flex items-center gap-2 md:hidden")
