"""Summary: the lines of an order, and what they add up to (guide 5.2.4 and 5.3.1)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.text import mono
from certify_app.locales import _


def line_details(row: Any) -> rx.Component:
    """What was ordered: the product, the document, its reference and the learner."""
    return rx.el.div(
        rx.el.p(row.product, class_name="font-semibold text-ink"),
        rx.el.dl(
            _pair(_("Document"), row.learner + " - " + row.qualification),
            _pair(_("Reference"), mono(row.reference), whole=True),
            _pair(_("Name"), row.learner),
            class_name="text-caption text-muted",
        ),
    )


def _pair(name: str, value: Any, whole: bool = False) -> rx.Component:
    """`whole`: it goes to the next line rather than break."""
    box = "inline-block max-w-full align-top" if whole else "inline"
    return rx.el.div(
        rx.el.dt(name, ":", class_name="inline"),
        " ",
        rx.el.dd(value, class_name=f"{box} break-words"),
    )


def lines_table(rows: Any) -> rx.Component:
    """Details, Quantity and Total, narrow enough for a column at the side."""
    head = "pb-2 text-caption font-semibold text-muted"
    return rx.el.table(
        rx.el.caption(_("Summary"), class_name="sr-only"),
        rx.el.thead(
            rx.el.tr(
                rx.el.th(_("Details"), scope="col", class_name=f"{head} text-left"),
                rx.el.th(_("Quantity"), scope="col", class_name=f"{head} px-2 text-right"),
                rx.el.th(_("Total"), scope="col", class_name=f"{head} text-right"),
            )
        ),
        rx.el.tbody(rx.foreach(rows, _line), class_name="divide-y divide-line"),
        class_name="w-full text-note border-b border-line",
    )


def _line(row: Any) -> rx.Component:
    figure = "py-3 align-top text-right tabular-nums"
    return rx.el.tr(
        rx.el.td(line_details(row), class_name="py-3 align-top min-w-0"),
        rx.el.td(row.quantity, class_name=f"{figure} px-2"),
        rx.el.td(row.total, class_name=f"{figure} font-semibold text-ink whitespace-nowrap"),
        key=row.id,
    )


def totals_list(totals: Any, shipping: Any = None) -> rx.Component:
    """Sub Total and Shipping without VAT, VAT in one row, Total with it."""
    return rx.el.dl(
        _sum(_("Sub Total"), totals.sub_total),
        _sum(_("Shipping"), totals.shipping if shipping is None else shipping),
        _sum(_("VAT"), totals.vat),
        rx.el.div(
            rx.el.dt(_("Total")),
            rx.el.dd(totals.total, class_name="tabular-nums"),
            class_name="serif flex justify-between gap-4 border-t border-line mt-3 pt-4 text-xl/7",
        ),
        class_name="mt-3",
    )


def _sum(name: str, value: Any) -> rx.Component:
    return rx.el.div(
        rx.el.dt(name),
        rx.el.dd(value, class_name="text-ink tabular-nums"),
        class_name="flex justify-between gap-4 py-1",
    )
