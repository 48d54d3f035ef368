"""Nothing is shown before it is known: neither an empty page nor someone else's data."""

from __future__ import annotations

import reflex as rx


def hydrated(content: rx.Component, skeleton: rx.Component) -> rx.Component:
    """`skeleton` until the page's `on_load` has filled its state, then `content`."""
    return rx.cond(rx.State.is_hydrated, content, skeleton)
