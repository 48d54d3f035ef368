"""An award as a small certificate: a gold line, its title in serif, what it is, what to do."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.cards import SURFACE, card_footer
from certify_app.components.summary_list import summary_list
from certify_app.components.text import hidden


def award_card(
    title: Any,
    pairs: list[tuple[Any, Any]],
    tag: rx.Component | None = None,
    actions: list[Any] | None = None,
    aside: Any = None,
    below: Any = None,
    who: Any = None,
    level: int = 3,
    **props: Any,
) -> rx.Component:
    """`pairs` are name and value; `aside` ends the footer, such as "2 of 3 downloads left".

    `below` follows the pairs. `who` is put before the title for screen readers: "Jane Smith - Level 3 Diploma …".
    """
    make = {2: rx.el.h2, 3: rx.el.h3}[level]
    before = hidden(who, " - ") if who is not None else None
    head = rx.el.div(
        make(before, title, class_name="text-xl/7 min-w-0 grow basis-48"),
        rx.el.div(tag, class_name="shrink-0") if tag is not None else None,
        class_name="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 mb-4",
    )
    return rx.el.article(
        guilloche_line(),
        rx.el.div(head, summary_list(*pairs), below, class_name="grow p-5 md:p-6 md:pt-5"),
        card_footer(*actions, _aside(aside)) if actions else None,
        class_name=f"{SURFACE} flex flex-col overflow-hidden",
        **props,
    )


def guilloche_line() -> rx.Component:
    return rx.el.div(class_name="guilloche-line", aria_hidden="true")


def _aside(words: Any) -> rx.Component | None:
    if words is None:
        return None
    return rx.el.p(words, class_name="text-caption text-muted ml-auto px-1.5")
