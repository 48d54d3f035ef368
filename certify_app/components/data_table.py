"""Tables, which become cards on phones."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.cards import SURFACE


def data_table(
    columns: list[Any],
    rows: Any,
    caption: Any,
    footer: rx.Component | None = None,
    numbers: set[int] | None = None,
) -> rx.Component:
    """`rows` are `row(…)`s or an `rx.foreach` of them; `caption` names the table for screen readers.

    `numbers` are the places of columns that are set to the right. A column is its name, or
    a head of its own, such as a `sort_head`.
    """
    numbers = numbers or set()
    heads = [
        name if isinstance(name, rx.Component) else _head(name, i in numbers)
        for i, name in enumerate(columns)
    ]
    table = rx.el.table(
        rx.el.caption(caption, class_name="sr-only"),
        rx.el.thead(
            rx.el.tr(*heads),
            class_name="border-b border-line text-left text-caption text-muted",
        ),
        rx.el.tbody(
            *(rows if isinstance(rows, list) else [rows]), class_name="divide-y divide-line"
        ),
        class_name="data-table w-full text-note",
    )
    foot = (
        rx.el.div(footer, class_name="border-t border-line px-5 py-3")
        if footer is not None
        else None
    )
    return rx.el.div(
        rx.el.div(table, class_name="overflow-x-auto"),
        foot,
        class_name=f"{SURFACE} overflow-hidden",
    )


def _head(name: Any, number: bool) -> rx.Component:
    return rx.el.th(
        name, scope="col", class_name=f"px-5 py-3 font-semibold {'text-right' if number else ''}"
    )


def row(*cells: rx.Component, **props: Any) -> rx.Component:
    """Pass `key=` inside an `rx.foreach`."""
    return rx.el.tr(*cells, **props)


def cell(*children: Any, column: Any = None, number: bool = False) -> rx.Component:
    """`column` is shown before the value on phones; leave it out for actions and tags."""
    attrs = {} if column is None else {"data-label": column}
    return rx.el.td(
        rx.el.div(*children, class_name="min-w-0"),
        custom_attrs=attrs,
        class_name=f"md:px-5 md:py-4 align-middle {'md:text-right tabular-nums' if number else ''}",
    )


def head_cell(*children: Any, below: Any = None) -> rx.Component:
    """The cell that names its row, with a second line under it."""
    second = None if below is None else rx.el.div(below, class_name="text-caption text-muted")
    return rx.el.th(
        rx.el.div(*children, class_name="font-semibold text-ink"),
        second,
        scope="row",
        class_name="md:px-5 md:py-4 text-left align-middle font-normal",
    )
