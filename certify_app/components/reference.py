"""A reference that can be copied with one click."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.script import at_once
from certify_app.components.text import hidden, mono
from certify_app.locales import _

COPY = """
const box = e.currentTarget;
navigator.clipboard?.writeText(box.dataset.text).then(() => {
  box.toggleAttribute("data-copied", true);
  setTimeout(() => box.toggleAttribute("data-copied", false), 2500);
});
"""


def copy_reference(reference: Any) -> rx.Component:
    """The reference in mono, and a button that copies it and says so."""
    button = rx.el.button(
        icon("copy", 16, "group-data-copied:hidden"),
        icon("check", 16, "hidden group-data-copied:block text-ok"),
        hidden(_("Copy reference"), " ", reference),
        rx.el.span(
            rx.el.span(_("Copied"), class_name="hidden group-data-copied:inline"),
            role="status",
            class_name="text-caption text-ok",
        ),
        type="button",
        custom_attrs={"data-text": reference, "onClick": at_once(COPY)},
        class_name="group inline-flex items-center gap-1 min-w-6 min-h-6 px-1 rounded text-brand-text hover:bg-brand-tint",
    )
    return rx.el.span(
        mono(reference), button, class_name="inline-flex flex-wrap items-center gap-1"
    )
