"""Tabs: arrow keys move between them, as screen readers expect."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.script import at_once
from certify_app.components.values import FromState

KEYS = """
const all = [...e.currentTarget.querySelectorAll("[role=tab]")], at = all.indexOf(document.activeElement);
const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[e.key];
if (at < 0 || to === undefined) return;
e.preventDefault();
const next = all[(to + all.length) % all.length];
next.focus(); next.click();
"""


def tabs(
    options: list[tuple[str, Any]], chosen: FromState, on_choose: Any, name: Any, panel: str
) -> rx.Component:
    """`options` are pairs of value and words; `on_choose` is a handler that takes the value.

    `panel` is the id that is given to `tab_panel`.
    """
    items = [_tab(value, words, chosen, on_choose, panel) for value, words in options]
    return rx.el.div(
        *items,
        role="tablist",
        aria_label=name,
        custom_attrs={"onKeyDown": at_once(KEYS)},
        class_name="inline-flex gap-1 rounded-field border border-line bg-surface p-1",
    )


def _tab(value: str, words: Any, chosen: FromState, on_choose: Any, panel: str) -> rx.Component:
    here = chosen == value
    return rx.el.button(
        words,
        id=f"{panel}-{value}",
        type="button",
        role="tab",
        aria_selected=rx.cond(here, "true", "false"),
        aria_controls=panel,
        tab_index=rx.cond(here, 0, -1),
        on_click=on_choose(value),
        class_name="min-h-9 px-4 rounded-md text-note transition-colors hover:bg-brand-tint "
        "aria-selected:bg-brand aria-selected:text-on-brand aria-selected:font-semibold",
    )


def tab_panel(*children: Any, id: str, chosen: FromState) -> rx.Component:
    """What the chosen tab shows."""
    return rx.el.div(
        *children, id=id, role="tabpanel", aria_labelledby=f"{id}-" + chosen, class_name="mt-4"
    )
