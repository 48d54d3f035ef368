"""At the top right: the basket with its count, and what it holds (guide 5.2.3)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import look
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.menu import menu
from certify_app.components.notice import live_region
from certify_app.components.text import hidden
from certify_app.locales import _
from certify_app.state.portal.basket import Basket

AS_LOADED = "flex items-start justify-between gap-4 px-3 py-2 text-note"


def basket_menu() -> rx.Component:
    """Part of the portal's top bar; it also says aloud how the basket changes."""
    return rx.fragment(
        menu(
            [
                icon("shopping-basket", 24),
                hidden(_("Basket"), ", ", Basket.counted),
                rx.cond(Basket.count > 0, _badge()),
            ],
            rx.cond(Basket.count > 0, _held(), _nothing()),
            id="basket-menu",
            trigger_class="relative grid place-items-center size-11 rounded-full text-ink hover:bg-brand-tint",
        ),
        live_region(Basket.said),
    )


def _badge() -> rx.Component:
    return rx.el.span(
        Basket.count,
        aria_hidden="true",
        class_name="absolute -top-0.5 right-0 grid place-items-center min-w-5 h-5 px-1 rounded-full "
        "bg-gold text-[0.75rem]/4 font-bold text-[#14213a] tabular-nums",
    )


def _held() -> rx.Component:
    lines = rx.el.ul(
        rx.foreach(Basket.lines, _line),
        aria_label=_("Basket"),
        class_name="max-h-72 overflow-y-auto divide-y divide-line",
    )
    return rx.el.div(
        lines,
        rx.el.p(
            rx.el.span(_("Total"), class_name="font-semibold text-ink"),
            rx.el.span(Basket.total, class_name="serif text-xl/7 tabular-nums"),
            class_name="flex items-center justify-between border-t border-line px-3 py-2.5",
        ),
        rx.el.div(
            _way(_("Edit Basket"), "/basket", "secondary"),
            _way(_("Checkout"), "/checkout", "primary"),
            class_name="grid grid-cols-2 gap-2 p-1.5",
        ),
        class_name="w-80 max-w-[calc(100vw-2rem)]",
    )


def _line(row: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.product, class_name="block font-semibold text-ink"),
            rx.el.span(row.qualification, class_name="block text-caption text-muted"),
            class_name="min-w-0",
        ),
        rx.el.span(row.quantity, " ×", class_name="shrink-0 text-muted tabular-nums"),
        key=row.id,
        class_name=AS_LOADED,
    )


def _nothing() -> rx.Component:
    return rx.el.div(
        rx.el.p(_("Your basket is empty"), class_name="px-3 py-2 text-note"),
        rx.el.div(_way(_("Shop"), "/store", "secondary"), class_name="grid p-1.5"),
        class_name="w-72 max-w-[calc(100vw-2rem)]",
    )


def _way(label: str, href: str, variant: Any) -> rx.Component:
    return link(label, href=href, class_name=look(variant))
