"""One of several, as a card: a radio, what it is, and what it costs (guide 5.2.4)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.choices import TICK


def choice_card(
    group: str,
    value: Any,
    title: Any,
    *below: Any,
    chosen: Any,
    on_choose: Any,
    aside: Any = None,
    disabled: Any = False,
    key: Any = None,
) -> rx.Component:
    """`group` is the radios' name; `on_choose` a handler that takes the value.

    The browser moves the choice at once. `key` changes when the server moved it.
    """
    radio = rx.el.input(
        type="radio",
        name=group,
        value=value,
        default_checked=chosen,
        on_change=on_choose,
        disabled=disabled,
        class_name=TICK,
    )
    words = rx.el.span(
        rx.el.span(
            rx.el.span(title, class_name="font-semibold text-ink min-w-0"),
            rx.el.span(aside, class_name="font-semibold text-ink tabular-nums shrink-0")
            if aside is not None
            else None,
            class_name="flex justify-between gap-3",
        ),
        *[rx.el.span(part, class_name="block text-note text-muted") for part in below],
        class_name="grow min-w-0",
    )
    return rx.el.label(
        radio,
        words,
        key=key,
        class_name="flex gap-3 rounded-field border border-line bg-surface p-4 transition-colors "
        "hover:border-edge has-checked:border-brand-text has-checked:bg-brand-tint "
        "has-checked:outline-1 has-checked:outline-brand-text has-disabled:bg-sunken "
        "has-disabled:cursor-not-allowed",
    )


def choice_cards(legend: Any, *cards: Any, describedby: Any = None) -> rx.Component:
    """The cards of one choice, two in a row on a desk."""
    props = {} if describedby is None else {"aria_describedby": describedby}
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="sr-only"),
        rx.el.div(*cards, class_name="grid gap-3 sm:grid-cols-2"),
        **props,
    )
