"""Filter, with the Settings button that opens Advanced Search (guide 5.3.2)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import look, submit
from certify_app.components.cards import SURFACE
from certify_app.components.forms import form
from certify_app.components.icons import icon
from certify_app.components.text import hidden
from certify_app.locales import _


def filter_button(opened: Any, on_toggle: Any, panel: str, count: Any) -> rx.Component:
    """`count` filters are in force; `panel` is the id of what it opens."""
    return rx.el.div(
        rx.el.span(
            icon("list-filter", 18),
            rx.el.span(_("Filter")),
            rx.cond(
                count > 0,
                rx.el.span(
                    count,
                    aria_hidden="true",
                    class_name="grid place-items-center min-w-5 h-5 px-1 rounded-full bg-brand text-on-brand text-[0.75rem]/4",
                ),
            ),
            class_name="inline-flex items-center gap-2 pl-4 text-note font-semibold text-ink",
        ),
        rx.el.button(
            icon("settings", 18),
            hidden(_("Settings")),
            rx.el.span(_("Settings"), class_name="tip-text", aria_hidden="true"),
            type="button",
            on_click=on_toggle,
            aria_expanded=rx.cond(opened, "true", "false"),
            aria_controls=panel,
            class_name="tip grid place-items-center size-11 text-brand-text rounded-field hover:bg-brand-tint",
        ),
        class_name="inline-flex items-center justify-between gap-1 rounded-field border border-edge bg-surface max-sm:w-full",
    )


def filter_panel(
    *fields: Any, id: str, opened: Any, on_search: Any, on_clear: Any, forms: Any
) -> rx.Component:
    """`forms` changes when the fields are to show what is in force now."""
    return rx.el.section(
        rx.el.h2(_("Advanced Search"), id=f"{id}-title", class_name="text-xl/7"),
        rx.el.p(_("Use the fields below"), class_name="text-note text-muted mb-4"),
        form(
            rx.el.div(*fields, class_name="grid gap-x-5 sm:grid-cols-2 lg:grid-cols-3"),
            rx.el.div(
                rx.el.button(
                    _("Clear"), type="button", on_click=on_clear, class_name=look("secondary")
                ),
                submit(_("Search"), id=f"{id}-search"),
                class_name="flex justify-end gap-3",
            ),
            key=forms,
            on_submit=on_search,
        ),
        id=id,
        hidden=~opened,
        aria_labelledby=f"{id}-title",
        class_name=f"{SURFACE} p-5 md:p-6 mb-5",
    )
