"""The basket, to change (guide 5.2.3)."""

from __future__ import annotations

from typing import Any

import reflex as rx

from certify_app.components.buttons import button, link_button
from certify_app.components.cards import SURFACE, card
from certify_app.components.empty_state import empty_state
from certify_app.components.hydrated import hydrated
from certify_app.components.notice import notice
from certify_app.components.portal_shell import portal_shell
from certify_app.components.quantity import quantity_box
from certify_app.components.skeleton import table_skeleton
from certify_app.components.text import mono, page_title
from certify_app.components.values import FromState
from certify_app.locales import N_, _
from certify_app.state.portal.basket import Basket
from certify_app.state.portal.shop_rows import OfferRow

TITLE = N_("Basket")
BASKET: FromState = Basket


def basket() -> rx.Component:
    return portal_shell(
        page_title(_(TITLE), rx.cond(rx.State.is_hydrated, BASKET.counted, _("Loading"))),
        hydrated(rx.cond(BASKET.count > 0, _held(), _nothing()), table_skeleton(2)),
        active="/store",
    )


def _nothing() -> rx.Component:
    return empty_state(
        _("There are no items in your basket"),
        _("What you add in the Store waits here, on every device you log in on."),
        icon_name="shopping-basket",
        action=link_button(_("Shop"), "/store", icon="store", variant="primary"),
    )


def _held() -> rx.Component:
    lines = rx.el.ul(
        rx.foreach(BASKET.lines, _line),
        aria_label=_("Items in your basket"),
        class_name=f"{SURFACE} divide-y divide-line",
    )
    return rx.el.div(
        lines,
        _sum(),
        class_name="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]",
    )


def _line(row: OfferRow) -> rx.Component:
    what = rx.el.div(
        rx.el.h2(row.product, class_name="text-xl/7"),
        rx.el.p(row.qualification, class_name="mt-0.5"),
        rx.el.p(mono(row.reference), " · ", row.learner, class_name="text-note text-muted"),
        rx.cond(
            row.problem != "", rx.el.div(notice(row.problem, kind="danger"), class_name="mt-3")
        ),
        class_name="min-w-0 grow basis-56",
    )
    return rx.el.li(
        what, _figures(row), key=row.id, class_name="flex flex-wrap gap-x-6 gap-y-4 p-5 md:p-6"
    )


def _figures(row: OfferRow) -> rx.Component:
    box = quantity_box(
        row.id,
        row.product + ", " + row.qualification,
        row.quantity,
        lambda quantity: BASKET.change(row.award_id, row.product_id, quantity),
        BASKET.errors[row.id].to(str),
    )
    remove = button(
        _("Remove"),
        variant="quiet",
        also=row.product + ", " + row.qualification,
        on_click=BASKET.remove(row.award_id, row.product_id),
    )
    return rx.el.div(
        rx.el.div(box, remove, class_name="flex items-end gap-1"),
        rx.el.div(
            rx.el.p(row.price, " · ", row.free, class_name="text-note text-muted sm:mb-1"),
            rx.el.p(row.total, class_name="serif text-2xl/11 tabular-nums"),
            class_name="min-w-28 text-right max-sm:flex max-sm:w-full max-sm:items-center max-sm:justify-between",
        ),
        class_name="flex flex-wrap items-start justify-between gap-4 max-sm:w-full",
    )


def _sum() -> rx.Component:
    total = rx.el.p(
        rx.el.span(_("Total"), class_name="serif text-xl/7"),
        rx.el.span(BASKET.total, class_name="serif text-xl/7 tabular-nums"),
        class_name="flex items-center justify-between",
    )
    return card(
        rx.el.h2(_("Summary"), class_name="text-2xl/8 mb-4"),
        total,
        rx.el.p(*_delivery(), class_name="mt-1 mb-5 text-note text-muted"),
        rx.cond(BASKET.sellable, _checkout(), _cannot()),
        rx.el.div(
            link_button(_("Shop"), "/store", icon="store", variant="quiet", wide=True),
            class_name="mt-2",
        ),
        class_name="lg:sticky lg:top-6",
    )


def _delivery() -> list[Any]:
    from_price = rx.fragment(" ", _("Delivery from"), " ", BASKET.delivery, ".")
    return [_("Including VAT."), rx.cond(BASKET.delivery != "", from_price)]


def _checkout() -> rx.Component:
    return link_button(_("Checkout"), "/checkout", icon="lock", variant="primary", wide=True)


def _cannot() -> rx.Component:
    return rx.el.p(
        _("Remove what can no longer be ordered, then check out."),
        class_name="text-note font-semibold text-danger",
    )
