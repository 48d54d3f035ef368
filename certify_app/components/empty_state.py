"""What a list shows when it holds nothing: one sentence, one action."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon


def empty_state(
    title: Any,
    sentence: Any,
    icon_name: str = "inbox",
    action: rx.Component | None = None,
) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            icon(icon_name, 26),
            class_name="grid place-items-center size-14 rounded-full bg-brand-tint text-brand-text",
        ),
        rx.el.p(title, class_name="serif text-xl/7 mt-4"),
        rx.el.p(sentence, class_name="mt-1 text-muted max-w-[30rem]"),
        rx.el.div(action, class_name="mt-5") if action is not None else None,
        class_name="flex flex-col items-center text-center rounded-card border border-dashed "
        "border-line bg-surface px-6 py-10",
    )
