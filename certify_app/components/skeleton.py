"""The shape of what is being loaded."""

from __future__ import annotations

import reflex as rx

from certify_app.components.text import hidden
from certify_app.locales import _


def bar(width: str = "w-full", height: str = "h-4") -> rx.Component:
    """One line; width and height are Tailwind classes."""
    return rx.el.div(class_name=f"skeleton {width} {height}", aria_hidden="true")


def loading(*shapes: rx.Component, class_name: str = "") -> rx.Component:
    """Shapes that stand for a page, with "Loading" for screen readers."""
    return rx.el.div(hidden(_("Loading")), *shapes, class_name=class_name, role="status")


def card_skeleton() -> rx.Component:
    return rx.el.div(
        bar("w-2/3", "h-6"),
        bar("w-1/2"),
        bar("w-1/3"),
        bar("w-1/4", "h-10"),
        class_name="flex flex-col gap-4 rounded-card border border-line bg-surface p-6",
    )


def cards_skeleton(count: int = 2) -> rx.Component:
    """A grid of cards, as dashboard and documents have."""
    return loading(
        *[card_skeleton() for _each in range(count)],
        class_name="grid gap-5 md:grid-cols-2",
    )


def table_skeleton(rows: int = 5) -> rx.Component:
    return loading(
        *[rx.el.div(bar(), class_name="px-5 py-5") for _each in range(rows)],
        class_name="rounded-card border border-line bg-surface divide-y divide-line",
    )
