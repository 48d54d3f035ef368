"""Loads a page out of sight and opens the browser's print dialogue on it."""

from __future__ import annotations

import json
from typing import Any

import reflex as rx

from certify_app.components.script import js
from certify_app.components.values import FromState

HIDDEN = {
    "position": "fixed",
    "width": "1px",
    "height": "1px",
    "border": "0",
    "right": "0",
    "bottom": "0",
    "opacity": "0",
}
PRINT = """
const page = document.getElementById(%s).contentWindow;
if (page.document.images.length) { page.focus(); page.print(); }
"""


class PrintFrame(rx.el.Iframe):
    on_load: rx.EventHandler[rx.event.no_args_event_spec]  # type: ignore[type-arg, valid-type]


def print_frame(src: FromState, id: str, title: str) -> rx.Component:
    """Nothing while `src` is empty; a refusal has no images and is not printed."""
    frame: Any = PrintFrame.create(
        src=src,
        id=id,
        title=title,
        tab_index=-1,
        on_load=js(PRINT % json.dumps(id)),
        style=HIDDEN,
    )
    return rx.cond(src != "", frame)
