"""Links that keep the language of the page."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex_components_core.el.element import Element

from certify_app.components.script import at_once
from certify_app.locales.paths import localised

INLINE = (
    "text-brand-text underline underline-offset-[3px] decoration-1 hover:decoration-2 rounded-sm"
)


def address(href: Any, full_load: bool = False) -> Any:
    """A page's address in the language being compiled; anything else as it is."""
    inside = isinstance(href, str) and href.startswith("/") and not full_load
    return localised(href) if inside else href


def link(
    *children: Any,
    href: str | rx.Var[str],
    full_load: bool = False,
    class_name: str = INLINE,
    **props: Any,
) -> rx.Component:
    """A link in running text.

    `href` of one of our pages is put into the language being compiled; `full_load`
    is for addresses that are no pages: /verify, /logout, a download.
    """
    if full_load:
        props["reload_document"] = True
    return rx.el.a(*children, href=address(href, full_load), class_name=class_name, **props)


class Anchor(Element):
    """A plain <a>; Reflex's own belongs to the router, which would load a page."""

    tag = "a"

    href: rx.Var[str]


GO_THERE = """
e.preventDefault();
const to = document.getElementById(e.currentTarget.hash.slice(1));
to?.scrollIntoView({ block: "center" }); to?.focus({ preventScroll: true });
"""


def jump(*children: Any, to: Any, class_name: str = INLINE) -> rx.Component:
    """A link to something on the same page, by its id; the focus goes along."""
    return Anchor.create(
        *children,
        href="#" + to,
        custom_attrs={"onClick": at_once(GO_THERE)},
        class_name=class_name,
    )
