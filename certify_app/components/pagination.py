"""Going through a long list: "Showing 1 - 5 of 12", previous and next."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.values import FromState
from certify_app.locales import _


def pagination(
    showing: Any,
    on_previous: Any,
    on_next: Any,
    has_previous: FromState,
    has_next: FromState,
) -> rx.Component:
    """`showing` is the sentence with the figures; it is read out when it changes."""
    return rx.el.nav(
        rx.el.p(showing, role="status", class_name="text-caption text-muted"),
        rx.el.div(
            _step(_("Previous"), "chevron-left", on_previous, has_previous),
            _step(_("Next"), "chevron-right", on_next, has_next),
            class_name="flex gap-2",
        ),
        aria_label=_("Pages"),
        class_name="flex flex-wrap items-center justify-between gap-3",
    )


def _step(label: str, icon_name: str, handler: Any, there: FromState) -> rx.Component:
    return button(
        label,
        icon=icon_name,
        variant="quiet",
        on_click=handler,
        aria_disabled=rx.cond(there, "false", "true"),
    )
