"""Search a list while typing."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.fields import BOX
from certify_app.components.icons import icon


def search_field(label: str, on_change: Any, id: str = "search", **props: Any) -> rx.Component:
    """`label` is its accessible name and stands in it; `on_change` is called after a pause."""
    return rx.el.div(
        icon(
            "search",
            20,
            "absolute left-3.5 top-1/2 -translate-y-1/2 pointer-events-none text-muted",
        ),
        rx.el.input(
            id=id,
            type="search",
            aria_label=label,
            placeholder=label,
            on_change=on_change,
            auto_complete="off",
            class_name=f"{BOX} pl-11",
            **props,
        ),
        role="search",
        class_name="relative w-full sm:w-72",
    )
