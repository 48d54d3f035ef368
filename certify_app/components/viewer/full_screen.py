"""The whole box on the whole screen; Esc leaves. Where a phone's browser cannot, it fills the page."""

from __future__ import annotations

from typing import Any

from certify_app.components.script import at_once

TOGGLE = """
const box = document.getElementById("%s");
if (document.fullscreenElement) document.exitFullscreen();
else if (box.requestFullscreen) box.requestFullscreen();
else box.toggleAttribute("data-fills-page");
"""
LEAVE = """if (e.key === "Escape") e.currentTarget.removeAttribute("data-fills-page");"""
FILLS_PAGE = "data-fills-page:fixed data-fills-page:inset-0 data-fills-page:z-50"


def toggle_full_screen(box_id: str) -> dict[str, Any]:
    """`custom_attrs` of the button: browsers ask that the click itself calls it."""
    return {"onClick": at_once(TOGGLE % box_id)}


def leave_by_escape() -> dict[str, Any]:
    """`custom_attrs` of the box."""
    return {"onKeyDown": at_once(LEAVE)}
