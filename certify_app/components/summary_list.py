"""Pairs of name and value: on a card, on a confirmation page."""

from __future__ import annotations

from typing import Any

import reflex as rx


def summary_list(*pairs: tuple[Any, Any], lines: bool = False) -> rx.Component:
    """A definition list; `lines` draws a line between rows, for confirmation pages."""
    row = "border-b border-line py-3 last:border-0" if lines else "py-1"
    return rx.el.dl(*[_row(name, value, row) for name, value in pairs], class_name="text-note")


def _row(name: Any, value: Any, look: str) -> rx.Component:
    return rx.el.div(
        rx.el.dt(name, class_name="text-muted"),
        rx.el.dd(value, class_name="text-ink min-w-0 break-words"),
        class_name=f"grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 {look}",
    )
