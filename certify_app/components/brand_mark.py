"""The awarding body's logo and name, as its row in the database has them now."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.links import link
from certify_app.components.text import hidden
from certify_app.locales import _
from certify_app.state.brand import Brand


def logo(class_name: str = "size-9", on_brand: bool = False) -> rx.Component:
    """`on_brand` is for a ground in the awarding body's own colour."""
    return rx.el.img(
        src="/brand/logo?on=brand" if on_brand else "/brand/logo",
        alt="",
        width="40",
        height="40",
        class_name=f"{class_name} rounded-field object-contain bg-(--logo-tile)",
    )


def brand_mark(below: Any = None, href: str = "/", logo_class: str = "size-9") -> rx.Component:
    """A link home: logo, name, and a line such as "Learner Portal"."""
    return link(
        logo(logo_class),
        rx.el.span(
            rx.el.span(Brand.name, class_name="brand-name block font-semibold leading-5 truncate"),
            rx.el.span(below, class_name="block text-caption/4 text-muted")
            if below is not None
            else None,
            class_name="min-w-0",
        ),
        hidden(", ", _("start page")),
        href=href,
        class_name="flex items-center gap-3 min-w-0 min-h-11 text-ink rounded-field",
    )
