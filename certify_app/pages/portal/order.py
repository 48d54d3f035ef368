"""One order (guide 5.3.1)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, link_button
from certify_app.components.cards import card
from certify_app.components.data_table import cell, data_table, head_cell, row
from certify_app.components.dialog import dialog
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.hydrated import hydrated, once_known
from certify_app.components.notice import notice
from certify_app.components.order_summary import totals_list
from certify_app.components.portal_shell import portal_shell
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.status_tag import BLUE, RED, status_tag, tag
from certify_app.components.summary_list import summary_list
from certify_app.components.text import mono, page_title, section_title
from certify_app.locales import N_, _
from certify_app.pages.portal.order_payment import how_to_pay, order_actions
from certify_app.state.portal.order import Order
from certify_app.state.portal.order_rows import LineRow, LogRow

TITLE = N_("Orders Details")
ERRORS = once_known(Order.errors)


def order() -> rx.Component:
    number = rx.cond(rx.State.is_hydrated, Order.number, "")
    back = link_button(_("Back"), "/orders", icon="arrow-left", also=_("to your orders"))
    return portal_shell(
        error_summary(ERRORS),
        page_title(_(TITLE), rx.fragment(_("Order"), " ", mono(number)), back),
        hydrated(rx.cond(Order.found, _details(), _not_there()), cards_skeleton(3)),
        _sure(),
        active="/orders",
    )


def _not_there() -> rx.Component:
    return empty_state(
        _("There is no such order"),
        _("It may have been typed wrongly, or belong to somebody else."),
        icon_name="search-x",
        action=link_button(_("View your orders"), "/orders", icon="package"),
    )


def _details() -> rx.Component:
    return rx.el.div(
        rx.cond(Order.said != "", rx.el.div(notice(Order.said, kind="ok"), class_name="mb-5")),
        how_to_pay(),
        rx.el.div(
            _panel(_("Details"), _facts()),
            _panel(_("Billing"), _address(Order.billing)),
            _panel(_("Delivery"), _delivery()),
            class_name="grid gap-5 md:grid-cols-3",
        ),
        rx.el.div(
            rx.el.div(_lines(), class_name="min-w-0"),
            card(
                rx.el.h2(_("Summary"), class_name="text-2xl/8"),
                totals_list(Order.totals),
                order_actions(),
            ),
            class_name="mt-5 grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]",
        ),
        _logs(),
    )


def _panel(title: str, content: rx.Component) -> rx.Component:
    return card(rx.el.h2(title, class_name="text-xl/7 mb-3"), content)


def _facts() -> rx.Component:
    status = rx.el.div(
        status_tag(Order.status),
        rx.cond(Order.part != "", tag(Order.part, "rotate-ccw", RED)),
        rx.cond(Order.is_test, tag(_("Test"), "flask-conical", BLUE)),
        class_name="flex flex-wrap gap-1.5",
    )
    payment = rx.el.span(
        Order.payment,
        rx.el.span(Order.paid_on, class_name="block text-caption text-muted"),
    )
    return rx.el.div(
        summary_list(
            (_("Payment") + ":", payment),
            (_("Delivery") + ":", Order.delivery_name),
            (_("Status") + ":", status),
        ),
        rx.cond(
            Order.tracking != "",
            summary_list((_("Tracking number") + ":", mono(Order.tracking))),
        ),
        rx.cond(Order.by_staff != "", summary_list((_("Created by") + ":", Order.by_staff))),
    )


def _delivery() -> rx.Component:
    collect = rx.el.p(_("You collect it. We tell you when it is ready."), class_name="text-note")
    return rx.cond(Order.collected, collect, _address(Order.delivery))


def _address(lines: Any) -> rx.Component:
    return rx.el.address(
        rx.foreach(
            lines,
            lambda line, place: rx.el.span(
                line, class_name="block first:font-semibold first:text-ink", key=place
            ),
        ),
        class_name="not-italic text-note break-words",
    )


def _lines() -> rx.Component:
    return data_table(
        [_("Details"), _("Quantity"), _("Price"), _("Total")],
        rx.foreach(Order.lines, _line),
        caption=_("What you ordered"),
        numbers={1, 2, 3},
    )


def _line(line: LineRow) -> rx.Component:
    below = rx.el.div(
        rx.el.p(_("Document"), ": ", line.qualification),
        rx.el.p(_("Reference"), ": ", mono(line.reference)),
        rx.el.p(_("Student Name"), ": ", line.learner),
    )
    free = rx.cond(line.free != "", rx.el.span(line.free, class_name="block text-caption text-ok"))
    return row(
        head_cell(line.product, below=below),
        cell(line.quantity, free, column=_("Quantity"), number=True),
        cell(line.price, column=_("Price"), number=True),
        cell(line.total, column=_("Total"), number=True),
        key=line.id,
    )


def _logs() -> rx.Component:
    none = rx.el.p(
        _("No records found"),
        class_name="rounded-card border border-line bg-surface px-6 py-7 text-center text-muted",
    )
    table = data_table(
        [_("Status"), _("Creation time"), _("Actions")],
        rx.foreach(Order.logs, _log),
        caption=_("Logs"),
    )
    return rx.el.section(
        section_title(_("Logs"), id="logs"),
        rx.cond(Order.logs.length() > 0, table, none),  # type: ignore[attr-defined]
        aria_labelledby="logs",
        class_name="mt-10",
    )


def _log(log: LogRow) -> rx.Component:
    return row(
        cell(status_tag(log.status)),
        cell(log.created, column=_("Creation time")),
        cell(log.action, column=_("Actions")),
        key=log.id,
    )


def _sure() -> rx.Component:
    money_back = rx.cond(
        Order.gives_back != "",
        rx.el.p(Order.gives_back, " ", _("goes back to you the way you paid."), class_name="mt-2"),
    )
    return dialog(
        rx.el.p(_("It will not be printed. You can order again at any time.")),
        money_back,
        id="cancel-order",
        title=_("Cancel this order?"),
        opened=Order.asks_to_cancel,
        on_close=Order.keep,
        actions=[
            button(_("Keep order"), variant="secondary", on_click=Order.keep),
            button(_("Cancel order"), variant="danger", on_click=Order.cancel),
        ],
    )
