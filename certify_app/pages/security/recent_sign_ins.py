"""Who came in lately, or tried to."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.status_tag import GREEN, RED, tag
from certify_app.components.text import card_title, paragraph
from certify_app.components.values import FromState
from certify_app.locales import _
from certify_app.state.security.recent_sign_ins import RecentSignIns

STATE: FromState = RecentSignIns


def recent_sign_ins() -> rx.Component:
    table = data_table(
        [_("Time"), _("Browser"), _("Network address"), _("How")],
        rx.foreach(STATE.rows, _row),
        _("Recent sign-ins"),
    )
    nothing = paragraph(_("Nobody has logged in yet since this list was begun."), muted=True)
    return rx.el.section(
        rx.el.div(
            card_title(_("Recent sign-ins"), level=2, id="sign-ins"),
            rx.el.p(
                _("The last 20. If one was not you, change your password."),
                class_name="mt-1 text-note text-muted",
            ),
            class_name="mb-4",
        ),
        rx.cond(STATE.rows.length() > 0, table, nothing),
        aria_labelledby="sign-ins",
    )


def _row(one: Any) -> rx.Component:
    way = rx.cond(
        one.succeeded, tag(one.way, "circle-check", GREEN), tag(one.way, "circle-alert", RED)
    )
    return row(
        head_cell(one.at),
        cell(one.browser, column=_("Browser")),
        cell(one.address, column=_("Network address")),
        cell(way),
        key=one.id.to(str),
    )
