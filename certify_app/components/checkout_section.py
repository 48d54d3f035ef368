"""A numbered section of a page that is gone through: its heading opens it, a tick when done."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.cards import SURFACE
from certify_app.components.icons import icon
from certify_app.components.text import hidden
from certify_app.locales import _

NUMBER = "grid place-items-center size-7 shrink-0 rounded-full text-caption font-bold"


def checkout_section(
    *content: Any,
    id: str,
    number: int,
    title: str,
    chosen: Any,
    opened: Any,
    on_toggle: Any,
    error: Any,
) -> rx.Component:
    """`chosen` stands beside the heading, "" while nothing is; `error` the same in red."""
    head = rx.el.button(
        _mark(number, chosen, error),
        rx.el.span(
            rx.el.span(title, class_name="serif text-xl/7 text-left"),
            rx.cond(error, hidden(" ", _("has a problem")), _done(chosen)),
            hidden(", "),
            rx.el.span(
                chosen,
                class_name="font-sans font-normal text-note text-muted min-w-0 sm:text-right",
            ),
            class_name="grow min-w-0 flex flex-wrap items-baseline justify-between gap-x-4",
        ),
        icon("chevron-down", 20, "text-muted transition-transform group-aria-expanded:rotate-180"),
        id=id,
        type="button",
        on_click=on_toggle,
        aria_expanded=rx.cond(opened, "true", "false"),
        aria_controls=f"{id}-choices",
        aria_describedby=rx.cond(error, f"{id}-error", ""),
        class_name="group flex w-full items-center gap-3 rounded-card text-left px-5 py-5 md:px-6 hover:text-ink",
    )
    return rx.el.section(
        rx.el.h2(head),
        _error(id, error),
        rx.el.div(
            *content, id=f"{id}-choices", hidden=~opened, class_name="px-5 pb-5 md:px-6 md:pb-6"
        ),
        aria_label=title,
        class_name=SURFACE,
    )


def _done(chosen: Any) -> rx.Component:
    return rx.cond(chosen != "", hidden(" ", _("(done)")), rx.fragment())


def _mark(number: int, chosen: Any, error: Any) -> rx.Component:
    done = rx.el.span(
        icon("check", 16),
        class_name=f"{NUMBER} bg-ok text-surface",
    )
    open_ = rx.el.span(
        str(number), aria_hidden="true", class_name=f"{NUMBER} bg-brand text-on-brand"
    )
    wrong = rx.el.span(
        icon("circle-alert", 18),
        class_name=f"{NUMBER} bg-danger-tint text-danger",
    )
    return rx.cond(error, wrong, rx.cond(chosen != "", done, open_))


def _error(id: str, error: Any) -> rx.Component:
    words = rx.el.p(
        error,
        id=f"{id}-error",
        class_name="px-5 pb-4 text-note font-semibold text-danger md:px-6",
    )
    return rx.cond(error, words, rx.fragment())
