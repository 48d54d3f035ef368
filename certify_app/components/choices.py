"""Ticks and choices, with targets large enough for a thumb."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.fields import Errors, Label, error_of, marks
from certify_app.components.icons import icon
from certify_app.components.text import hidden
from certify_app.locales import _

TICK = "mt-0.5 size-5 shrink-0 accent-brand"


def checkbox(
    name: str,
    label: Any,
    hint: Label | None = None,
    errors: Errors = None,
    id: str | None = None,
    **props: Any,
) -> rx.Component:
    """One tick; `label` may hold links. Its form value is "on" or absent."""
    id, error = id or name, error_of(name, errors)
    box = rx.el.input(
        id=id,
        name=name,
        type="checkbox",
        class_name=TICK,
        **marks(id, hint, error),
        **props,
    )
    words = rx.el.div(
        rx.el.label(label, html_for=id, class_name="text-ink"),
        rx.el.p(hint, id=f"{id}-hint", class_name="text-note text-muted")
        if hint is not None
        else None,
    )
    return rx.el.div(
        _error(id, error) if error is not None else None,
        rx.el.div(box, words, class_name="flex gap-3 min-h-6"),
        class_name="mb-5",
    )


def radios(
    name: str,
    legend: Label,
    options: list[tuple[str, Any, Any]],
    errors: Errors = None,
    chosen: Any = None,
    **props: Any,
) -> rx.Component:
    """One of a few, as cards: pairs of value and words, with a line below (or None)."""
    error = error_of(name, errors)
    cards = [_radio(name, i, option, chosen, props) for i, option in enumerate(options)]
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="font-semibold text-ink mb-2"),
        _error(name, error) if error is not None else None,
        rx.el.div(*cards, class_name="grid gap-3 sm:grid-cols-2"),
        class_name="mb-5",
    )


def _radio(
    name: str,
    place: int,
    option: tuple[str, Any, Any],
    chosen: Any,
    props: dict[str, Any],
) -> rx.Component:
    value, words, below = option
    checked = {} if chosen is None else {"default_checked": chosen == value}
    return rx.el.label(
        rx.el.input(
            id=name if place == 0 else f"{name}-{value}",
            name=name,
            type="radio",
            value=value,
            class_name=TICK,
            **checked,
            **props,
        ),
        rx.el.span(
            rx.el.span(words, class_name="block font-semibold text-ink"),
            rx.el.span(below, class_name="block text-note text-muted")
            if below is not None
            else None,
        ),
        class_name="flex gap-3 rounded-field border border-line bg-surface p-4 transition-colors "
        "hover:border-edge has-checked:border-brand-text has-checked:bg-brand-tint "
        "has-checked:outline-1 has-checked:outline-brand-text",
    )


def _error(id: str, error: rx.Var[str]) -> rx.Component:
    return rx.cond(
        error,
        rx.el.p(
            icon("circle-alert", 18, "mt-0.5"),
            rx.el.span(hidden(_("Error:"), " "), error),
            id=f"{id}-error",
            class_name="flex gap-1.5 text-note font-semibold text-danger mb-1.5",
        ),
        rx.fragment(),
    )
