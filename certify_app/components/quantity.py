"""How many: a box with an arrow down and an arrow up (guide 5.2.3)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.script import at_once
from certify_app.components.text import hidden
from certify_app.locales import _

LEAVE_ON_ENTER = 'if (e.key === "Enter") { e.preventDefault(); e.currentTarget.blur(); }'
ARROW = (
    "grid place-items-center size-11 shrink-0 text-brand-text transition-colors "
    "hover:bg-brand-tint aria-disabled:text-muted aria-disabled:opacity-55"
)


def quantity_box(id: Any, of: Any, value: Any, on_change: Any, error: Any) -> rx.Component:
    """`value` is what is kept; `on_change` makes the handler's call from a new one.

    `of` names what is counted for screen readers; `error` is a sentence, or falsy.
    """
    box = rx.el.div(
        _arrow(_("Quantity down"), "chevron-down", of, on_change(value - 1), value <= 1),
        rx.el.input(
            key=value.to_string(),
            id=id,
            type="text",
            input_mode="numeric",
            auto_complete="off",
            default_value=value,
            max_length=4,
            on_blur=lambda typed: on_change(typed),
            aria_invalid=rx.cond(error, "true", "false"),
            aria_describedby=rx.cond(error, f"{id}-error", ""),
            custom_attrs={"onKeyDown": at_once(LEAVE_ON_ENTER)},
            class_name="w-12 min-h-11 bg-transparent text-center font-semibold text-ink tabular-nums",
        ),
        _arrow(_("Quantity up"), "chevron-up", of, on_change(value + 1), value >= 99),
        class_name="inline-flex overflow-clip rounded-field border border-edge bg-surface "
        "has-[input[aria-invalid=true]]:border-2 has-[input[aria-invalid=true]]:border-danger",
    )
    return rx.el.div(
        rx.el.label(
            _("Quantity"),
            hidden(", ", of),
            html_for=id,
            class_name="block text-note text-muted mb-1",
        ),
        box,
        rx.cond(
            error,
            rx.el.p(
                error,
                id=f"{id}-error",
                role="alert",
                class_name="mt-1 text-note font-semibold text-danger",
            ),
        ),
    )


def _arrow(name: str, drawn: str, of: Any, event: Any, at_end: Any) -> rx.Component:
    return rx.el.button(
        icon(drawn, 18),
        hidden(name, ", ", of),
        type="button",
        on_click=event,
        aria_disabled=rx.cond(at_end, "true", "false"),
        class_name=ARROW,
    )
