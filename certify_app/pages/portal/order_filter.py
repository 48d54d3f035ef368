"""Advanced Search of orders: nine things to filter by (guide 5.3.2)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.error_summary import error_summary
from certify_app.components.fields import date_field, select_field, text_field
from certify_app.components.filter_panel import filter_panel
from certify_app.components.values import FromState
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.locales import _
from certify_app.state.portal.order_rows import STATUS
from certify_app.state.portal.orders import Orders

PANEL = "advanced-search"
ORDERS: FromState = Orders
ERRORS = ORDERS.errors


def order_filter() -> rx.Component:
    return filter_panel(
        rx.el.div(error_summary(ERRORS, id="filter-problems"), class_name="sm:col-span-full"),
        _text("first_name", _("First Name")),
        _text("last_name", _("Last Name")),
        _text("created_by", _("Created By")),
        _choice("product", _("Product"), ORDERS.products),
        _choice("delivery", _("Delivery Type"), ORDERS.deliveries),
        _choice("status", _("Status"), [(s.value, _(STATUS[s])) for s in OrderStatus]),
        _total(),
        _dates(),
        _choice("organisation", _("Parent organisation"), ORDERS.organisations),
        id=PANEL,
        opened=ORDERS.filtering,
        on_search=ORDERS.filter_by,
        on_clear=ORDERS.clear_filters,
        forms=ORDERS.forms.to_string(),
    )


def _kept(name: str) -> Any:
    return ORDERS.asked[name].to(str)


def _text(name: str, label: str, **props: Any) -> rx.Component:
    return text_field(
        name,
        label,
        default_value=_kept(name),
        errors=ERRORS,
        max_length=100,
        auto_complete="off",
        **props,
    )


def _choice(name: str, label: str, options: Any) -> rx.Component:
    return select_field(
        name, label, options, default_value=_kept(name), empty=_("Any"), errors=ERRORS
    )


def _total() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("Total"), class_name="sr-only"),
        _text("min", _("Total, Min"), input_mode="decimal"),
        _text("max", _("Total, Max"), input_mode="decimal"),
        class_name="grid grid-cols-2 gap-3",
    )


def _dates() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(_("Creation time"), class_name="sr-only"),
        date_field("from", _("Date from"), default_value=_kept("from"), errors=ERRORS),
        date_field("to", _("Date to"), default_value=_kept("to"), errors=ERRORS),
        class_name="grid grid-cols-2 gap-3",
    )
