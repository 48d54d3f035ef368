"""How to reach the awarding body, the same everywhere."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.cards import card
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.skeleton import bar
from certify_app.locales import _
from certify_app.state.brand import Brand


def contact_card() -> rx.Component:
    """Name, email, and phone and address where the awarding body gives them."""
    return card(
        rx.el.p(Brand.name, class_name="brand-name font-semibold text-ink mb-3"),
        rx.cond(Brand.mailbox != "", _ways(), bar("w-56", "h-6")),
        class_name="mb-6",
    )


def _ways() -> rx.Component:
    phone = link(Brand.phone, href="tel:" + Brand.phone)
    return rx.el.dl(
        _line("mail", _("Email"), link(Brand.mailbox, href="mailto:" + Brand.mailbox)),
        rx.cond(Brand.phone != "", _line("phone", _("Phone"), phone), rx.fragment()),
        rx.cond(Brand.address != "", _line("map-pin", _("Address"), Brand.address), rx.fragment()),
        class_name="flex flex-col gap-2.5",
    )


def _line(icon_name: str, name: str, value: Any) -> rx.Component:
    return rx.el.div(
        rx.el.dt(
            icon(icon_name, 20, "text-muted"),
            rx.el.span(name, class_name="sr-only"),
            class_name="pt-0.5",
        ),
        rx.el.dd(value, class_name="min-w-0 whitespace-pre-line"),
        class_name="flex gap-3",
    )
