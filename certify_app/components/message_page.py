"""A whole page for one sentence: nothing here, something went wrong, come back later."""

from __future__ import annotations

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.plain_shell import reading_shell


def message_page(icon_name: str, title: str, sentence: str, *actions: rx.Component) -> rx.Component:
    return reading_shell(
        rx.el.div(
            rx.el.div(
                icon(icon_name, 30),
                class_name="grid place-items-center size-16 rounded-full bg-brand-tint text-brand-text",
            ),
            rx.el.h1(title, class_name="text-3xl/9 mt-6"),
            rx.el.p(sentence, class_name="mt-2 max-w-[30rem] text-muted"),
            rx.el.div(*actions, class_name="mt-7 flex flex-wrap justify-center gap-3"),
            class_name="flex flex-col items-center text-center py-14 md:py-20",
        )
    )
