"""The engraver's rosette beside the login: security print, drawn by the browser."""

from __future__ import annotations

import reflex as rx


def rosette(class_name: str = "") -> rx.Component:
    return rx.el.img(
        src="/art/rosette.svg", alt="", width="420", height="420", class_name=class_name
    )
