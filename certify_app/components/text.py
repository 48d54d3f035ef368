"""Headings and running text in the one type scale."""

from __future__ import annotations

from typing import Any

import reflex as rx

Text = str | rx.Var[str]


def page_title(text: Text, lead: Text | None = None, *aside: rx.Component) -> rx.Component:
    """The h1 of a page, one line under it, and what stands to its right."""
    words = rx.el.div(
        rx.el.h1(text, class_name="text-3xl/9 md:text-4xl/11 tracking-[-0.01em]"),
        rx.el.p(lead, class_name="mt-1.5 text-muted max-w-[42rem]") if lead is not None else None,
        class_name="min-w-0",
    )
    return rx.el.div(
        words,
        rx.el.div(*aside, class_name="flex flex-wrap gap-3 max-sm:w-full") if aside else None,
        class_name="flex flex-wrap items-end justify-between gap-x-6 gap-y-4 mb-6",
    )


def section_title(text: Text, **props: Any) -> rx.Component:
    return rx.el.h2(text, class_name="text-2xl/8 mb-4 mt-10 first:mt-0", **props)


def card_title(text: Text, level: int = 3, **props: Any) -> rx.Component:
    """A heading of the level given, in the size of a card."""
    make = {2: rx.el.h2, 3: rx.el.h3, 4: rx.el.h4}[level]
    return make(text, class_name="serif text-xl/7", **props)


def paragraph(*children: Any, muted: bool = False) -> rx.Component:
    tone = "text-muted" if muted else ""
    return rx.el.p(*children, class_name=f"max-w-[42rem] mb-4 last:mb-0 {tone}")


def hidden(*children: Any) -> rx.Component:
    """Words for screen readers alone."""
    return rx.el.span(*children, class_name="sr-only")


def mono(text: Text) -> rx.Component:
    """A reference or number, in type that keeps 0 and O apart."""
    return rx.el.span(text, class_name="font-mono text-[0.925em] break-all")
