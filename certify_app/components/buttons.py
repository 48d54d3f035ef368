"""Buttons, and links that look like them. One primary a view."""

from __future__ import annotations

from typing import Any, Literal

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.text import hidden
from certify_app.components.values import FromState

Variant = Literal["primary", "secondary", "quiet", "danger"]
Label = str | rx.Var[str]

BASE = (
    "inline-flex items-center justify-center gap-2 min-h-11 px-4 py-2 rounded-field border "
    "text-note font-semibold text-center no-underline transition-colors select-none "
    "aria-disabled:opacity-55 disabled:opacity-55"
)
LOOKS: dict[Variant, str] = {
    "primary": "bg-brand border-brand text-on-brand shadow-card hover:bg-[color-mix(in_oklab,var(--brand),black_14%)] hover:border-transparent",
    "secondary": "bg-surface border-line text-ink shadow-card hover:border-edge hover:bg-sunken",
    "quiet": "border-transparent text-brand-text hover:bg-brand-tint",
    "danger": "bg-danger-fill border-danger-fill text-white shadow-card hover:bg-[color-mix(in_oklab,var(--danger-fill),black_14%)]",
}


def _inside(label: Label, named_icon: str | None, also: Label | None) -> list[Any]:
    """Icon, label, and `also` for screen readers alone, as in "View" "Level 3 Diploma"."""
    parts: list[Any] = [icon(named_icon, 18)] if named_icon else []
    parts.append(rx.el.span(label))
    if also is not None:
        parts.append(hidden(" ", also))
    return parts


def look(variant: Variant, wide: bool = False) -> str:
    """The classes of a button, for something else that should look like one."""
    return f"{BASE} {LOOKS[variant]} {'w-full' if wide else ''}"


def button(
    label: Label,
    icon: str | None = None,
    variant: Variant = "primary",
    wide: bool = False,
    also: Label | None = None,
    type: str = "button",
    busy: FromState = None,
    **props: Any,
) -> rx.Component:
    """`also` adds words for screen readers; `busy` shows work and refuses a second click."""
    inside = _inside(label, icon, also)
    if busy is not None:
        inside.insert(0, rx.cond(busy, _spinner(), rx.fragment()))
        props["disabled"] = busy
    return rx.el.button(*inside, type=type, class_name=look(variant, wide), **props)


def submit(label: Label, wide: bool = False, **props: Any) -> rx.Component:
    """The primary button of a form."""
    return button(label, wide=wide, type="submit", **props)


def link_button(
    label: Label,
    href: str | rx.Var[str],
    icon: str | None = None,
    variant: Variant = "secondary",
    wide: bool = False,
    also: Label | None = None,
    full_load: bool = False,
    **props: Any,
) -> rx.Component:
    """A link that looks like a button; see `link` for `full_load`."""
    return link(
        *_inside(label, icon, also),
        href=href,
        full_load=full_load,
        class_name=look(variant, wide),
        **props,
    )


def icon_button(name: Label, icon_name: str, danger: bool = False, **props: Any) -> rx.Component:
    """An icon alone, for table actions: `name` is its accessible name and its tooltip."""
    tone = "text-danger" if danger else "text-brand-text"
    return rx.el.button(
        icon(icon_name),
        rx.el.span(name, class_name="tip-text", aria_hidden="true"),
        aria_label=name,
        type="button",
        class_name=f"tip inline-grid place-items-center size-11 rounded-field {tone} "
        "transition-colors hover:bg-brand-tint",
        **props,
    )


def _spinner() -> rx.Component:
    return icon("loader-circle", 18, "spinner")
