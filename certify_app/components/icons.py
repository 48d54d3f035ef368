"""Lucide icons, drawn thin; beside words they are decoration."""

from __future__ import annotations

import reflex as rx


def icon(name: str, size: int = 20, class_name: str = "") -> rx.Component:
    """An icon by its lucide name, such as "file-badge". Hidden from screen readers."""
    return rx.icon(
        name,
        size=size,
        stroke_width=1.75,
        aria_hidden="true",
        class_name=f"shrink-0 {class_name}",
    )
