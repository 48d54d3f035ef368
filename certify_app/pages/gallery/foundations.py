"""Type, colours, buttons and tags."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import Variant, button, icon_button, link_button
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.reference import copy_reference
from certify_app.components.status_tag import STATUSES, status_tag
from certify_app.pages.gallery.example import dark, example, group

TOKENS = [
    "ground",
    "surface",
    "sunken",
    "ink",
    "body",
    "muted",
    "line",
    "edge",
    "brand",
    "brand-deep",
    "brand-text",
    "brand-tint",
    "gold",
    "gold-text",
    "gold-tint",
    "gold-line",
    "ok",
    "ok-tint",
    "danger",
    "danger-tint",
    "info",
    "info-tint",
    "quiet",
    "quiet-tint",
]
VARIANTS: tuple[Variant, ...] = ("primary", "secondary", "quiet", "danger")


def section() -> rx.Component:
    return group(
        "Foundations",
        example("Type", _type()),
        example("Colours", _colours(), dark(_colours())),
        example("Buttons", _buttons(), dark(_buttons())),
        example("Status tags", _tags(), dark(_tags())),
        example("Links, icons and references", _small()),
    )


def _type() -> rx.Component:
    return rx.el.div(
        rx.el.p("Level 3 Diploma, 36", class_name="serif text-4xl/11"),
        rx.el.p("Level 3 Diploma, 24", class_name="serif text-2xl/8"),
        rx.el.p("Level 3 Diploma, 20", class_name="serif text-xl/7"),
        rx.el.p("Body 16: the quick brown fox, ŵ ŷ â ê î ô û, Łódź, Đặng, 0O 1lI."),
        rx.el.p("Secondary 15: the quick brown fox.", class_name="text-note text-muted"),
        rx.el.p("Caption 13.5: the quick brown fox.", class_name="text-caption text-muted"),
        class_name="flex flex-col gap-2",
    )


def _colours() -> rx.Component:
    return rx.el.ul(
        *[_swatch(name) for name in TOKENS],
        class_name="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3",
    )


def _swatch(name: str) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            class_name="h-10 rounded-field border border-line",
            style={"background": f"var(--{name})"},
        ),
        rx.el.span(name, class_name="text-caption text-muted"),
    )


def _buttons() -> rx.Component:
    return rx.el.div(
        *[button(v.capitalize(), variant=v) for v in VARIANTS],
        button("View", icon="eye", also="Level 3 Diploma"),
        button("Working", busy=True),
        link_button("A link", "/gallery", icon="arrow-right"),
        icon_button("Edit", "square-pen"),
        icon_button("Delete", "trash-2", danger=True),
        class_name="flex flex-wrap items-center gap-3",
    )


def _tags() -> rx.Component:
    return rx.el.div(*[status_tag(s) for s in STATUSES], class_name="flex flex-wrap gap-2")


def _small() -> rx.Component:
    return rx.el.div(
        rx.el.p("A ", link("link in a sentence", href="/gallery"), " of running text."),
        rx.el.p(icon("file-badge"), icon("users-round"), icon("package"), class_name="flex gap-3"),
        rx.el.p(copy_reference("10643835-01-3DCE7K")),
        class_name="flex flex-col gap-3",
    )
