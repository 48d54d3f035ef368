"""A password, hidden until its owner asks to see it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.fields import BOX, Errors, Label, error_of, frame, marks
from certify_app.components.script import at_once
from certify_app.components.text import hidden
from certify_app.locales import _

TOGGLE = """
const box = e.currentTarget.parentElement, input = box.querySelector("input");
const shown = input.type === "password";
input.type = shown ? "text" : "password";
box.toggleAttribute("data-shown", shown);
"""


def password_field(
    name: str,
    label: Label,
    hint: Label | None = None,
    errors: Errors = None,
    new: bool = False,
    id: str | None = None,
    **props: Any,
) -> rx.Component:
    """`new` tells password stores to offer one; otherwise they fill in the present one."""
    id, error = id or name, error_of(name, errors)
    props.setdefault("auto_complete", "new-password" if new else "current-password")
    box = rx.el.input(
        id=id,
        name=name,
        type="password",
        spell_check=False,
        auto_capitalize="none",
        class_name=f"{BOX} pr-20",
        **marks(id, hint, error),
        **props,
    )
    return frame(id, label, rx.el.div(box, _toggle(), class_name="group relative"), hint, error)


def _toggle() -> rx.Component:
    words = "group-data-shown:hidden", "hidden group-data-shown:inline"
    return rx.el.button(
        rx.el.span(_("Show"), hidden(" ", _("password")), class_name=words[0]),
        rx.el.span(_("Hide"), hidden(" ", _("password")), class_name=words[1]),
        type="button",
        custom_attrs={"onClick": at_once(TOGGLE)},
        class_name="absolute right-1.5 top-1/2 -translate-y-1/2 min-h-9 px-3 rounded-md "
        "text-note font-semibold text-brand-text hover:bg-brand-tint",
    )
