"""A digital badge: image, whom it was issued to and when, its reference, what to do."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.cards import SURFACE
from certify_app.components.text import mono
from certify_app.locales import _


def badge_card(
    name: Any, image: Any, issued_to: Any, on: Any, reference: Any, actions: list[Any]
) -> rx.Component:
    """`image` is an address; the badge's name stands below, so it needs no other text."""
    line = "text-note text-muted"
    return rx.el.article(
        rx.el.img(
            src=image,
            alt="",
            width="104",
            height="104",
            loading="lazy",
            class_name="size-26 object-contain",
        ),
        rx.el.h3(name, class_name="text-xl/7 mt-4 mb-1.5"),
        rx.el.p(_("Issued to"), ": ", issued_to, class_name=line),
        rx.el.p(_("On"), ": ", on, class_name=line),
        rx.el.p(
            rx.el.span(_("Reference"), class_name="sr-only"),
            " ",
            mono(reference),
            class_name="text-caption text-muted mt-1.5",
        ),
        rx.el.div(*actions, class_name="flex flex-col gap-1 mt-auto pt-5 w-full"),
        class_name=f"{SURFACE} flex flex-col items-center text-center p-5",
    )
