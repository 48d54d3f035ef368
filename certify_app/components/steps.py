"""Where one is in a form of several steps: "1) Login Details › 2) Personal Details"."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.text import hidden
from certify_app.components.values import FromState
from certify_app.locales import _


def steps(names: list[Any], current: FromState) -> rx.Component:
    """`current` counts from 1; steps before it are done."""
    items = [_step(number, name, current) for number, name in enumerate(names, 1)]
    return rx.el.nav(
        rx.el.ol(*items, class_name="flex flex-wrap gap-x-4 gap-y-2"),
        aria_label=_("Steps"),
        class_name="mb-7",
    )


def _step(number: int, name: Any, current: Any) -> rx.Component:
    now, done = current == number, current > number
    return rx.el.li(
        rx.el.span(
            rx.cond(done, icon("check", 15), rx.el.span(str(number))),
            class_name="grid place-items-center size-6 shrink-0 rounded-full border text-caption font-bold "
            "border-edge text-muted group-data-[at=now]:bg-brand group-data-[at=now]:border-brand "
            "group-data-[at=now]:text-on-brand group-data-[at=done]:bg-ok-tint "
            "group-data-[at=done]:border-ok group-data-[at=done]:text-ok",
            aria_hidden="true",
        ),
        rx.el.span(
            hidden(f"{number}) "),
            name,
            rx.cond(done, hidden(" ", _("(done)")), rx.fragment()),
            class_name="text-muted group-data-[at=now]:text-ink group-data-[at=now]:font-semibold",
        ),
        custom_attrs={"data-at": rx.cond(now, "now", rx.cond(done, "done", "next"))},
        aria_current=rx.cond(now, "step", "false"),
        class_name="group flex items-center gap-2 text-[0.875rem]/6",
    )
