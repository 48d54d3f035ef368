"""Cards: a surface with a line around it; actions in a footer under a line."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import link_button
from certify_app.components.icons import icon
from certify_app.components.text import card_title

SURFACE = "rounded-card border border-line bg-surface shadow-card"


def card(*children: Any, class_name: str = "", **props: Any) -> rx.Component:
    return rx.el.div(*children, class_name=f"{SURFACE} p-5 md:p-6 {class_name}", **props)


def card_with_footer(
    *children: Any, footer: list[Any], class_name: str = "", **props: Any
) -> rx.Component:
    """A card whose actions stand under a line."""
    return rx.el.div(
        rx.el.div(*children, class_name="grow p-5 md:p-6"),
        card_footer(*footer),
        class_name=f"{SURFACE} flex flex-col {class_name}",
        **props,
    )


def card_footer(*children: Any) -> rx.Component:
    return rx.el.div(
        *children,
        class_name="flex flex-wrap items-center gap-x-2 gap-y-2 border-t border-line px-3 py-2.5 md:px-4",
    )


def nav_card(
    title: Any,
    sentence: Any,
    icon_name: str,
    action: str,
    href: str,
    figure: Any = None,
    unit: Any = "",
) -> rx.Component:
    """A place on the dashboard: what it is, a figure such as "3" "awards", and the way in."""
    count = rx.el.p(
        rx.el.span(figure, class_name="serif text-2xl/7 text-ink"),
        " ",
        rx.el.span(unit, class_name="text-note"),
    )
    return card(
        rx.el.div(
            rx.el.div(
                icon(icon_name, 22),
                class_name="grid place-items-center size-11 shrink-0 rounded-field bg-brand-tint text-brand-text",
            ),
            rx.el.div(
                card_title(title, level=2),
                rx.el.p(sentence, class_name="text-note text-muted mt-1"),
            ),
            class_name="flex gap-4",
        ),
        rx.el.div(
            count if figure is not None else rx.el.span(),
            link_button(action, href, icon="arrow-right", also=title),
            class_name="flex items-center justify-between gap-4 mt-6",
        ),
        class_name="flex flex-col justify-between",
    )
