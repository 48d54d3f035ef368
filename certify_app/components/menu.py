"""A button that opens a short list of links and actions under it.

It is the browser's own popover: Esc and a click elsewhere close it, the focus goes back.
"""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.script import at_once

PLACE = """
if (e.newState !== "open") return;
const box = e.currentTarget, at = document.querySelector(`[popovertarget="${box.id}"]`).getBoundingClientRect();
box.style.top = at.bottom + 6 + "px";
box.style.right = Math.max(8, document.documentElement.clientWidth - at.right) + "px";
requestAnimationFrame(() => {
  const over = 8 - box.getBoundingClientRect().left;
  if (over > 0) box.style.right = Math.max(8, parseFloat(box.style.right) - over) + "px";
});
"""
CLOSE = """if (e.target.closest("a, button")) e.currentTarget.hidePopover();"""
ITEM = "flex w-full items-center gap-3 min-h-11 rounded-field px-3 text-left text-note text-ink hover:bg-brand-tint"


def menu(
    trigger: list[Any], *items: Any, id: str, trigger_class: str = "", **props: Any
) -> rx.Component:
    """`trigger` is what the button holds; `items` are `menu_link`s, `menu_button`s or forms."""
    button = rx.el.button(
        *trigger,
        type="button",
        custom_attrs={"popoverTarget": id},
        class_name=trigger_class,
        **props,
    )
    box = rx.el.div(
        *items,
        id=id,
        custom_attrs={
            "popover": "auto",
            "onBeforeToggle": at_once(PLACE),
            "onClick": at_once(CLOSE),
        },
        class_name="popover",
    )
    return rx.fragment(button, box)


def menu_link(label: Any, icon_name: str, href: Any, **props: Any) -> rx.Component:
    return link(icon(icon_name, 18, "text-muted"), label, href=href, class_name=ITEM, **props)


def menu_button(label: Any, icon_name: str, **props: Any) -> rx.Component:
    """Something done: give `on_click=`, or `type="submit"` inside a form."""
    return rx.el.button(
        icon(icon_name, 18, "text-muted"), label, class_name=ITEM, **({"type": "button"} | props)
    )
