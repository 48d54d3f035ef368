"""A named example of the gallery."""

from __future__ import annotations

from typing import Any

import reflex as rx


def example(name: str, *children: Any, id: str = "") -> rx.Component:
    return rx.el.section(
        rx.el.h3(name, class_name="text-xl/7 mb-4"),
        *children,
        id=id or None,
        class_name="mb-10",
    )


def group(name: str, *examples: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.h2(name, class_name="text-2xl/8 mb-6 pb-2 border-b border-line"),
        *examples,
        class_name="mt-10",
    )


def dark(*children: Any) -> rx.Component:
    """The dark set of tokens on a light page."""
    return rx.el.div(*children, class_name="dark rounded-card bg-ground text-body p-5 mt-4")
