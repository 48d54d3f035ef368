"""The Store (guide 5.2.2): a shelf for each product, with the awards put there by Order."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, link_button
from certify_app.components.cards import SURFACE
from certify_app.components.error_summary import error_summary
from certify_app.components.hydrated import hydrated
from certify_app.components.icons import icon
from certify_app.components.links import INLINE
from certify_app.components.notice import notice
from certify_app.components.portal_shell import portal_shell
from certify_app.components.quantity import quantity_box
from certify_app.components.skeleton import cards_skeleton
from certify_app.components.text import hidden, mono, page_title, section_title
from certify_app.components.values import FromState
from certify_app.locales import N_, _
from certify_app.state.portal.shop_rows import OfferRow
from certify_app.state.portal.store import Store

TITLE = N_("Store")
STORE: FromState = Store
SMALL = "block text-note text-muted mb-1"


def store() -> rx.Component:
    return portal_shell(
        page_title(_(TITLE), _("Printed copies of your documents. Prices include VAT.")),
        hydrated(_shop(), cards_skeleton(3)),
        active="/store",
    )


def _shop() -> rx.Component:
    wrong = rx.cond(STORE.errors.contains(""), error_summary(STORE.errors))
    return rx.el.div(
        wrong,
        rx.cond(STORE.is_empty, _how_to_begin()),
        rx.foreach(STORE.shelves, _shelf),
    )


def _how_to_begin() -> rx.Component:
    return rx.el.div(
        notice(
            _("Choose what to order"),
            _("Select Order on the card of a qualification. Its printed copies then wait here."),
            kind="info",
            live=False,
            actions=[link_button(_("View your documents"), "/documents", icon="file-badge")],
        ),
        class_name="mb-8",
    )


def _shelf(shelf: FromState) -> rx.Component:
    cards = rx.el.ul(
        rx.foreach(shelf.offers, _offer),
        class_name=f"{SURFACE} divide-y divide-line",
    )
    nothing = rx.el.p(
        _("You have no records of this type"),
        class_name="rounded-card border border-dashed border-line bg-surface px-6 py-7 text-center text-muted",
    )
    return rx.el.section(
        section_title(shelf.product, id=shelf.id),
        rx.cond(shelf.offers.length() > 0, cards, nothing),
        aria_labelledby=shelf.id,
        key=shelf.id,
        class_name="mt-9 first:mt-0",
    )


def _offer(row: OfferRow) -> rx.Component:
    return rx.el.li(
        rx.el.article(
            _what(row),
            _price(row),
            _how_many(row),
            _total(row),
            _actions(row),
            aria_label=row.product + " - " + row.qualification,
            class_name="grid grid-cols-2 items-start gap-x-6 gap-y-4 p-5 sm:grid-cols-3 md:p-6 "
            "lg:grid-cols-[minmax(0,1fr)_8.5rem_12.5rem_6rem_12rem]",
        ),
        key=row.id,
    )


def _what(row: OfferRow) -> rx.Component:
    return rx.el.div(
        rx.el.h3(row.qualification, class_name="text-xl/7"),
        rx.el.p(mono(row.reference), class_name="mt-1 text-note text-muted"),
        rx.el.p(row.learner, class_name="text-note text-muted"),
        _take_out(row),
        class_name="min-w-0 col-span-full lg:col-span-1",
    )


def _take_out(row: OfferRow) -> rx.Component:
    return rx.el.button(
        _("Remove"),
        hidden(" ", _("from the Store"), ": ", row.qualification),
        type="button",
        on_click=STORE.take_out(row.award_id),
        class_name=f"{INLINE} mt-1.5 min-h-6 text-note",
    )


def _price(row: OfferRow) -> rx.Component:
    delivery = rx.el.span(
        _("delivery from"), " ", STORE.delivery, class_name="block text-caption text-muted"
    )
    return rx.el.p(
        rx.el.span(_("Price"), class_name=SMALL),
        rx.el.span(row.price, class_name="block pt-2 text-ink font-semibold tabular-nums"),
        rx.cond(STORE.delivery != "", delivery),
    )


def _how_many(row: OfferRow) -> rx.Component:
    box = quantity_box(
        row.id,
        row.product + ", " + row.qualification,
        row.quantity,
        lambda quantity: STORE.change(row.award_id, row.product_id, quantity),
        STORE.errors[row.id].to(str),
    )
    free = rx.el.p(row.free, class_name="shrink-0 pt-9 text-note text-muted")
    return rx.el.div(box, free, class_name="flex gap-3 max-sm:justify-end")


def _total(row: OfferRow) -> rx.Component:
    return rx.el.p(
        rx.el.span(_("Total"), class_name=SMALL),
        rx.el.span(row.total, class_name="serif block text-2xl/11 tabular-nums"),
        class_name="max-sm:col-span-full max-sm:flex max-sm:items-center max-sm:justify-between sm:text-right",
    )


def _actions(row: OfferRow) -> rx.Component:
    name = row.product + ", " + row.qualification
    add = button(
        _("Add To Basket"),
        icon="shopping-basket",
        wide=True,
        also=name,
        on_click=STORE.add(row.award_id, row.product_id),
    )
    held = rx.el.p(
        icon("check", 16),
        rx.el.span(row.in_basket),
        class_name="flex items-center justify-center gap-1.5 text-caption font-semibold text-ok",
    )
    return rx.el.div(
        add,
        rx.cond(row.in_basket != "", held),
        class_name="grid gap-1 max-lg:col-span-full lg:pt-7",
    )
