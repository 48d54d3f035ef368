"""The connections of a tab: a table on a desk, cards on a phone."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, icon_button, link_button
from certify_app.components.cards import SURFACE
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.icons import icon
from certify_app.components.links import link
from certify_app.components.status_tag import status_tag
from certify_app.locales import _
from certify_app.state.portal.change_connection import ChangeConnection
from certify_app.state.portal.connections import Connections


def table() -> rx.Component:
    """The guide's columns; the sixth tells the end to come, or the end there was."""
    over = Connections.tab == "inactive"
    who = [_("Third party name"), _("Third party email"), _("Status"), _("Initiated By")]
    active = data_table(
        [*who, _("Documents Shared"), _("Expires"), _("Actions")], _rows(), _("Active connections")
    )
    inactive = data_table(
        [*who, _("Deleted/Expired"), _("Actions")], _rows(over=True), _("Inactive connections")
    )
    return rx.el.div(rx.cond(over, inactive, active), class_name="max-md:hidden")


def _rows(over: bool = False) -> rx.Component:
    return rx.foreach(Connections.rows, lambda one: _row(one, over))


def _row(one: Any, over: bool) -> rx.Component:
    name = head_cell(one.name, below=one.organisation)
    shared = [] if over else [cell(one.shared)]
    return row(
        name,
        cell(one.email, refused(one)),
        cell(status_tag(one.status)),
        cell(one.initiated_by),
        *shared,
        cell(rx.el.span(one.ends, class_name="whitespace-nowrap")),
        cell(rx.el.div(_over_actions(one) if over else _actions(one), class_name="flex -ml-3")),
        key=one.id.to(str),
    )


def refused(one: Any) -> rx.Component:
    """That the request's mail never arrived, where it did not."""
    return rx.cond(
        one.refused != "",
        rx.el.p(
            icon("circle-alert", 16, "inline mr-1 -mt-0.5"),
            one.refused,
            class_name="mt-1 text-caption text-danger break-words",
        ),
    )


def _actions(one: Any) -> rx.Component:
    """Pending: edit, envelope, bin. Active: edit, clock, bin."""
    pending = icon_button(
        _("Send again") + ": " + one.name,
        "mail",
        on_click=ChangeConnection.send_again(one.id),  # type: ignore[operator]
    )
    asked_us = rx.fragment()
    return rx.fragment(
        _edit(one),
        rx.cond(one.status == "pending", rx.cond(one.asked_us, asked_us, pending), _clock(one)),
        icon_button(
            _("Cancel") + ": " + one.name,
            "trash-2",
            on_click=ChangeConnection.ask_cancel(one.id),  # type: ignore[operator]
        ),
    )


def _over_actions(one: Any) -> rx.Component:
    return rx.fragment(rx.cond(one.status == "expired", _clock(one)), _history(one))


def _edit(one: Any) -> rx.Component:
    return icon_link(_("Edit") + ": " + one.name, "square-pen", one.href)


def _history(one: Any) -> rx.Component:
    return icon_link(_("Who looked") + ": " + one.name, "eye", one.href)


def _clock(one: Any) -> rx.Component:
    return icon_button(
        _("Extend") + ": " + one.name,
        "clock",
        on_click=ChangeConnection.ask_extend(one.id),  # type: ignore[operator]
    )


def icon_link(name: Any, icon_name: str, href: Any) -> rx.Component:
    return link(
        icon(icon_name),
        rx.el.span(name, class_name="tip-text", aria_hidden="true"),
        href=href,
        aria_label=name,
        class_name="tip inline-grid place-items-center size-11 rounded-field text-brand-text "
        "transition-colors hover:bg-brand-tint",
    )


def cards() -> rx.Component:
    return rx.el.ul(
        rx.foreach(Connections.rows, lambda one: rx.el.li(_card(one), key=one.id.to(str))),
        class_name="flex flex-col gap-4 md:hidden",
    )


def _card(one: Any) -> rx.Component:
    head = rx.el.div(
        rx.el.div(
            rx.el.p(one.name, class_name="font-semibold text-ink"),
            rx.cond(one.organisation != "", rx.el.p(one.organisation, class_name=SMALL)),
            rx.el.p(one.email, class_name=f"{SMALL} break-words"),
            refused(one),
            class_name="min-w-0",
        ),
        status_tag(one.status),
        class_name="flex items-start justify-between gap-3",
    )
    says = rx.el.p(
        rx.cond(one.is_over, "", one.shared_line + " · "),
        one.sentence,
        class_name="mt-3 text-note text-ink",
    )
    return rx.el.div(
        rx.el.div(
            head,
            says,
            rx.el.p(_("Initiated By"), ": ", one.initiated_by, class_name=SMALL),
            class_name="p-4",
        ),
        rx.el.div(_card_actions(one), class_name="flex flex-wrap gap-2 border-t border-line p-3"),
        class_name=SURFACE,
    )


SMALL = "text-caption text-muted"


def card_bin(name: Any, on_click: Any) -> rx.Component:
    """At the end of a card's actions, where a tooltip would not fit on the screen."""
    return rx.el.button(
        icon("trash-2"),
        aria_label=name,
        type="button",
        on_click=on_click,
        class_name="ml-auto inline-grid place-items-center size-11 rounded-field border "
        "border-line text-danger hover:bg-danger-tint",
    )


def _card_actions(one: Any) -> rx.Component:
    extend = button(
        _("Extend"),
        icon="clock",
        variant="secondary",
        also=one.name,
        on_click=ChangeConnection.ask_extend(one.id),  # type: ignore[operator]
    )
    again = button(
        _("Send again"),
        icon="mail",
        variant="secondary",
        also=one.name,
        on_click=ChangeConnection.send_again(one.id),  # type: ignore[operator]
    )
    edit = link_button(_("Edit"), one.href, icon="square-pen", also=one.name)
    bin_it = card_bin(
        _("Cancel") + ": " + one.name,
        ChangeConnection.ask_cancel(one.id),  # type: ignore[operator]
    )
    looked = link_button(_("Who looked"), one.href, icon="eye", also=one.name)
    return rx.cond(
        one.is_over,
        rx.fragment(rx.cond(one.status == "expired", extend), looked),
        rx.fragment(
            edit,
            rx.cond(one.status == "pending", rx.cond(one.asked_us, rx.fragment(), again), extend),
            bin_it,
        ),
    )
