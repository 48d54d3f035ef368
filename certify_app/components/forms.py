"""Forms: without the browser's own bubbles, and never losing what was typed."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex_components_core.el.element import Element


def form(*children: Any, on_submit: Any, **props: Any) -> rx.Component:
    """A form whose fields go to a State's handler as a dict of strings by name."""
    return rx.el.form(
        *children, on_submit=on_submit, no_validate=True, reset_on_submit=False, **props
    )


class NativeForm(Element):
    """A form that the browser itself sends; Reflex's own would stop it."""

    tag = "form"

    action: rx.Var[str]
    method: rx.Var[str]
    no_validate: rx.Var[bool]
    target: rx.Var[str]


def plain_form(*children: Any, action: Any, method: str = "post", **props: Any) -> rx.Component:
    """A form sent to one of our routes by a full load, such as /login or /logout."""
    return NativeForm.create(*children, action=action, method=method, no_validate=True, **props)


def same_page_form(*children: Any) -> rx.Component:
    """Sent to the page's own address with all that stands in it, such as a mailed token."""
    return NativeForm.create(*children, method="post", no_validate=True)
