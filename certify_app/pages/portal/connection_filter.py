"""Filter for a list of connections, on either side's page."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, submit
from certify_app.components.calendar_field import calendar_field
from certify_app.components.dialog import dialog
from certify_app.components.fields import select_field
from certify_app.components.forms import form
from certify_app.components.values import FromState
from certify_app.domain.connections.statuses import INITIATED_BY, SHOWN, ConnectionStatus
from certify_app.locales import _


def filter_dialog(state: FromState) -> rx.Component:
    """`state` is the State of the list, with what `Connections` has for it."""

    def options(*statuses: ConnectionStatus) -> list[tuple[str, str]]:
        return [(status.value, _(SHOWN[status])) for status in statuses]

    running = options(ConnectionStatus.PENDING, ConnectionStatus.ACTIVE)
    over = options(ConnectionStatus.EXPIRED, ConnectionStatus.REJECTED, ConnectionStatus.CANCELLED)
    fields = form(
        rx.cond(state.tab == "active", _status(state, running), _status(state, over)),
        select_field(
            "initiated_by",
            _("Initiated By"),
            [(by.value, _(words)) for by, words in INITIATED_BY.items()],
            empty=_("Anyone"),
            default_value=state.filters["initiated_by"],
        ),
        rx.el.div(
            calendar_field("ends_from", _("Ends from"), optional=True),
            calendar_field("ends_to", _("Ends until"), optional=True),
            class_name="grid gap-x-4 sm:grid-cols-2",
        ),
        id="filter-form",
        key=state.address + state.filter_open.to(str),
        on_submit=state.apply_filter,
    )
    return dialog(
        rx.cond(state.filter_open, fields),
        id="filter-connections",
        title=_("Filter"),
        opened=state.filter_open,
        on_close=state.close_filter,
        actions=[
            button(_("Cancel"), variant="quiet", on_click=state.close_filter),
            submit(_("Show connections"), form="filter-form"),
        ],
    )


def _status(state: FromState, options: list[tuple[str, str]]) -> rx.Component:
    return select_field(
        "status",
        _("Status"),
        options,
        empty=_("Any"),
        default_value=state.filters["status"],
    )


def filter_opener(state: FromState) -> rx.Component:
    return button(
        _("Filter"),
        icon="sliders-horizontal",
        variant="secondary",
        on_click=state.open_filter,
    )
