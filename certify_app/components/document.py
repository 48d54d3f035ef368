"""What is common to every compiled page: stylesheets, head, and what wraps the page."""

from __future__ import annotations

import reflex as rx

STYLESHEETS = ["/certify.css"]
FONTS = ("/fonts/atkinson-latin-1.woff2", "/fonts/source-serif-latin-1.woff2")


def head() -> list[rx.Component]:
    """Fonts ahead of their stylesheet, the awarding body's colours and its mark."""
    fonts = [
        rx.el.link(
            rel="preload",
            href=font,
            type="font/woff2",
            cross_origin="anonymous",
            custom_attrs={"as": "font"},
        )
        for font in FONTS
    ]
    return [
        *fonts,
        rx.el.link(rel="stylesheet", href="/brand.css"),
        rx.el.link(rel="icon", href="/brand/logo"),
        rx.el.meta(name="color-scheme", content="light dark"),
        rx.el.meta(name="robots", content="noindex"),
    ]
