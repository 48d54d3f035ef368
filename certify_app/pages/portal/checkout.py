"""Completing the purchase (guide 5.2.4)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.address_bar import address_bar
from certify_app.components.buttons import button, link_button
from certify_app.components.cards import card
from certify_app.components.checkout_section import checkout_section
from certify_app.components.choice_card import choice_card, choice_cards
from certify_app.components.empty_state import empty_state
from certify_app.components.error_summary import error_summary
from certify_app.components.hydrated import hydrated, once_known
from certify_app.components.order_summary import lines_table, totals_list
from certify_app.components.portal_shell import portal_shell
from certify_app.components.sent_at_once import sent_at_once
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.text import page_title
from certify_app.components.values import FromState
from certify_app.domain.shop.show_checkout import SAME
from certify_app.locales import N_, _
from certify_app.pages.portal.new_address import new_address
from certify_app.state.portal.checkout import BILLING, DELIVERY, DELIVERY_ADDRESS, Checkout
from certify_app.state.portal.checkout_rows import AddressRow, MethodRow, WayRow
from certify_app.state.portal.new_address import NewAddress

TITLE = N_("Checkout")
CHECKOUT: FromState = Checkout
NEW: FromState = NewAddress
ERRORS: FromState = once_known(CHECKOUT.errors)


def checkout() -> rx.Component:
    full = CHECKOUT.lines.length() > 0
    return portal_shell(
        address_bar(CHECKOUT.address),
        error_summary(ERRORS),
        page_title(_(TITLE)),
        hydrated(rx.cond(full | (CHECKOUT.started > 0), _form(), _nothing()), cards_skeleton(3)),
        sent_at_once(CHECKOUT.start_at, CHECKOUT.started, "to-payment", provider=CHECKOUT.way),
        new_address(),
        active="/store",
    )


def _nothing() -> rx.Component:
    return empty_state(
        _("There are no items in your basket"),
        _("What you add in the Store waits here, on every device you log in on."),
        icon_name="shopping-basket",
        action=link_button(_("Shop"), "/store", icon="store", variant="primary"),
    )


def _form() -> rx.Component:
    sections = rx.el.div(
        _billing(), _delivery_address(), _delivery(), _payment(), class_name="grid gap-4 min-w-0"
    )
    return rx.el.div(
        sections, _summary(), class_name="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]"
    )


def _section(number: int, id: str, title: str, chosen: Any, *content: Any) -> rx.Component:
    return checkout_section(
        *content,
        id=id,
        number=number,
        title=title,
        chosen=chosen,
        opened=CHECKOUT.opened == id,
        on_toggle=CHECKOUT.open_section(id),
        error=ERRORS[id].to(str),
    )


def _billing() -> rx.Component:
    cards = rx.foreach(
        CHECKOUT.addresses,
        lambda row: _address(row, BILLING, CHECKOUT.billing, CHECKOUT.choose_billing),
    )
    return _section(
        1,
        BILLING,
        _("Billing Address"),
        CHECKOUT.billing_line,
        choice_cards(_("Billing Address"), cards),
        _below(BILLING),
    )


def _delivery_address() -> rx.Component:
    same = choice_card(
        DELIVERY_ADDRESS,
        SAME,
        _("Same as billing"),
        CHECKOUT.billing_line,
        chosen=CHECKOUT.delivery == SAME,
        on_choose=CHECKOUT.choose_delivery_address,
        key=f"{SAME}-" + CHECKOUT.changes.to_string(),
    )
    cards = rx.foreach(
        CHECKOUT.addresses,
        lambda row: _address(
            row, DELIVERY_ADDRESS, CHECKOUT.delivery, CHECKOUT.choose_delivery_address
        ),
    )
    return _section(
        2,
        DELIVERY_ADDRESS,
        _("Delivery Address"),
        CHECKOUT.delivery_line,
        choice_cards(_("Delivery Address"), same, cards),
        _below(DELIVERY_ADDRESS),
    )


def _address(row: AddressRow, group: str, chosen: Any, on_choose: Any) -> rx.Component:
    lines = rx.el.span(row.rest, class_name="whitespace-pre-line")
    return choice_card(
        group,
        row.id,
        row.name,
        lines,
        chosen=chosen == row.id,
        on_choose=on_choose,
        key=row.id + "-" + CHECKOUT.changes.to_string(),
    )


def _below(section: str) -> rx.Component:
    """The + of the section, and the way on."""
    return rx.el.div(
        button(
            "+ " + _("Add an address"),
            variant="secondary",
            on_click=NEW.open(section),
        ),
        rx.cond(
            CHECKOUT.billing != "",
            button(_("Continue"), variant="quiet", on_click=CHECKOUT.go_on),
        ),
        class_name="mt-4 flex flex-wrap items-center justify-between gap-3",
    )


def _delivery() -> rx.Component:
    return _section(
        3,
        DELIVERY,
        _("Delivery"),
        CHECKOUT.method_line,
        choice_cards(_("Delivery"), rx.foreach(CHECKOUT.methods, _method)),
    )


def _method(row: MethodRow) -> rx.Component:
    return choice_card(
        DELIVERY,
        row.code,
        row.name,
        rx.cond(row.problem != "", row.problem, row.estimate),
        chosen=CHECKOUT.method == row.code,
        on_choose=CHECKOUT.choose_method,
        aside=row.price,
        disabled=row.problem != "",
        key=row.code + "-" + CHECKOUT.changes.to_string(),
    )


def _payment() -> rx.Component:
    ways = rx.foreach(CHECKOUT.ways, _way)
    return rx.cond(
        CHECKOUT.free,
        rx.fragment(),
        card(
            rx.el.h2(_("Payment"), id="way", tab_index=-1, class_name="text-xl/7 mb-4"),
            choice_cards(_("Payment"), ways),
        ),
    )


def _way(row: WayRow) -> rx.Component:
    return choice_card(
        "way",
        row.code,
        row.name,
        row.words,
        chosen=CHECKOUT.way == row.code,
        on_choose=CHECKOUT.choose_way,
        key=row.code + "-" + CHECKOUT.changes.to_string(),
    )


def _summary() -> rx.Component:
    shipping = rx.cond(CHECKOUT.method == "", _("Choose delivery"), CHECKOUT.totals.shipping)
    return rx.el.section(
        card(
            rx.el.h2(_("Summary"), id="summary", class_name="text-2xl/8 mb-4"),
            lines_table(CHECKOUT.lines),
            totals_list(CHECKOUT.totals, shipping),
            rx.el.div(
                button(
                    CHECKOUT.pay_label,
                    icon="lock",
                    wide=True,
                    on_click=CHECKOUT.pay(CHECKOUT.pay_label),
                    id="pay",
                ),
                class_name="mt-5",
            ),
            rx.el.p(
                _(
                    "Printed to order, so it cannot be returned unless something is wrong with it. "
                    "You can cancel it until it goes to print."
                ),
                class_name="mt-4 text-caption text-muted",
            ),
        ),
        aria_labelledby="summary",
        class_name="lg:sticky lg:top-6 min-w-0",
    )
