"""What third parties ask: gold, because it waits for the learner."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button
from certify_app.components.notice import notice
from certify_app.locales import _
from certify_app.state.portal.asks import Asks


def asks() -> rx.Component:
    """On the dashboard and above the connections; what was said is read out."""
    return rx.el.div(
        rx.cond(Asks.message != "", notice(Asks.message, kind="ok")),
        rx.cond(Asks.problem != "", notice(Asks.problem, kind="danger")),
        rx.foreach(Asks.rows, _ask),
        class_name="flex flex-col gap-3 mb-5 empty:hidden",
    )


def _ask(row: Any) -> rx.Component:
    reason = rx.el.p(_("Their reason:"), " ", row.reason)
    return notice(
        row.title,
        row.sentence,
        rx.cond(row.reason != "", reason),
        kind="gold",
        live=False,
        actions=[
            button(_("Decline"), variant="secondary", also=row.name, on_click=Asks.decline(row.id)),  # type: ignore[operator]
            button(_("Approve"), also=row.name, on_click=Asks.approve(row.id)),  # type: ignore[operator]
        ],
        key=row.id.to(str),
    )
