"""What a list is filtered by, each to be taken off with a click."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.text import hidden
from certify_app.locales import _


def chips(items: Any, on_remove: Any, on_clear: Any) -> rx.Component:
    """`items`: a Var of pairs of key and words; `on_remove` is a handler that takes the key."""
    return rx.cond(
        items.length() > 0,
        rx.el.div(
            rx.el.ul(
                rx.foreach(
                    items, lambda item: rx.el.li(_chip(item[1], on_remove(item[0])), key=item[0])
                ),
                class_name="flex flex-wrap gap-2",
            ),
            rx.el.button(
                _("Clear all"),
                type="button",
                on_click=on_clear,
                class_name="min-h-8 px-2 text-note font-semibold text-brand-text underline underline-offset-[3px]",
            ),
            class_name="flex flex-wrap items-center gap-2 mb-4",
        ),
        rx.fragment(),
    )


def _chip(words: Any, on_click: Any) -> rx.Component:
    return rx.el.button(
        rx.el.span(hidden(_("Remove filter:"), " "), words),
        icon("x", 15),
        type="button",
        on_click=on_click,
        class_name="inline-flex items-center gap-1.5 min-h-8 rounded-full border border-line bg-surface "
        "px-3 text-note text-ink hover:border-edge",
    )
