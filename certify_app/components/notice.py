"""Messages of a page, and the box for what waits for the reader."""

from __future__ import annotations

from typing import Any, Literal

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.values import FromState

Kind = Literal["ok", "info", "gold", "danger"]
LOOKS: dict[Kind, tuple[str, str]] = {
    "ok": ("circle-check", "bg-ok-tint text-ok border-ok/30"),
    "info": ("info", "bg-info-tint text-info border-info/30"),
    "gold": ("clock", "bg-gold-tint text-gold-text border-gold-line"),
    "danger": ("circle-alert", "bg-danger-tint text-danger border-danger/30"),
}


def notice(
    title: Any,
    *children: Any,
    kind: Kind = "info",
    actions: list[rx.Component] | None = None,
    live: bool = True,
    icon_name: str | None = None,
    **props: Any,
) -> rx.Component:
    """A box with a sentence or two.

    `live`: it appears in answer to something and is read out (alert for danger, status
    otherwise); pass False for a box that stands on the page from the start.
    `gold` is for what waits for the reader, and for nothing else.
    """
    default_icon, look = LOOKS[kind]
    role = ("alert" if kind == "danger" else "status") if live else None
    if role:
        props["role"] = role
    body = rx.el.div(
        rx.el.p(title, class_name="font-semibold text-ink"),
        *[rx.el.div(child, class_name="text-body text-note") for child in children],
        class_name="grow min-w-[12rem] basis-0",
    )
    return rx.el.div(
        icon(icon_name or default_icon, 22, "mt-0.5"),
        body,
        rx.el.div(*actions, class_name="flex flex-wrap gap-3 max-sm:w-full") if actions else None,
        class_name=f"flex flex-wrap items-start gap-x-4 gap-y-3 rounded-card border p-4 md:px-6 {look}",
        **props,
    )


def live_region(message: FromState) -> rx.Component:
    """Reads a changing sentence out without showing it, such as a count of results."""
    return rx.el.p(message, role="status", class_name="sr-only")
