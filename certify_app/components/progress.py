"""Work that takes a while, and how far it is."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.values import FromState


def progress(name: Any, percent: FromState, detail: Any = None) -> rx.Component:
    """`percent` from 0 to 100; `detail` such as "3,620 of 5,000 · about 4 seconds left"."""
    width = percent.to_string() + "%" if isinstance(percent, rx.Var) else f"{percent}%"
    return rx.el.div(
        rx.el.div(
            rx.el.p(name, class_name="font-semibold text-ink"),
            rx.el.p(detail, class_name="text-note text-muted", role="status")
            if detail is not None
            else None,
            class_name="flex flex-wrap justify-between gap-x-4 mb-2",
        ),
        rx.el.div(
            rx.el.div(
                class_name="h-full rounded-full bg-brand transition-[width]", style={"width": width}
            ),
            role="progressbar",
            aria_label=name,
            aria_valuenow=percent,
            aria_valuemin=0,
            aria_valuemax=100,
            class_name="h-2.5 overflow-hidden rounded-full bg-line",
        ),
    )
