"""How an order is paid, and what can still be done with it."""

from __future__ import annotations

import reflex as rx

from certify_app.components.buttons import button, link_button, submit
from certify_app.components.forms import plain_form
from certify_app.components.notice import notice
from certify_app.components.text import mono
from certify_app.domain.shop.checkout_choices import AT_COLLECTION
from certify_app.locales import _
from certify_app.state.brand import Brand
from certify_app.state.portal.order import Order
from certify_app.state.portal.order_rows import PaperRow


def how_to_pay() -> rx.Component:
    """Gold, since it waits for the learner."""
    words = rx.cond(Order.how_to_pay == AT_COLLECTION, _at_collection(), _by_invoice())
    return rx.cond(Order.how_to_pay != "", rx.el.div(words, class_name="mb-5"))


def _by_invoice() -> rx.Component:
    bank = rx.cond(
        Order.bank_details != "",
        rx.el.p(Order.bank_details, class_name="whitespace-pre-line text-ink"),
        rx.el.p(_("Ask for the bank details:"), " ", Brand.mailbox, " ", Brand.phone),
    )
    reference = rx.fragment(
        rx.el.span(_("Payment reference"), ": "), rx.el.strong(mono(Order.number))
    )
    return notice(
        Order.send_words,
        bank,
        reference,
        _("We print your order once the money has arrived."),
        kind="gold",
        live=False,
        icon_name="landmark",
    )


def _at_collection() -> rx.Component:
    return notice(
        _("Pay when you collect it"),
        rx.fragment(_("Bring the order number"), " ", rx.el.strong(mono(Order.number)), ". "),
        rx.el.p(Brand.name, ", ", Brand.address, class_name="whitespace-pre-line"),
        kind="gold",
        live=False,
        icon_name="hand-coins",
    )


def order_actions() -> rx.Component:
    pay = plain_form(
        rx.el.input(type="hidden", name="provider", value=Order.pays_by),
        submit(Order.pay_label, wide=True),
        action=Order.pays_at,
    )
    invoice = link_button(
        _("Download invoice"),
        Order.invoice,
        icon="download",
        wide=True,
        also=Order.invoice_number,
        full_load=True,
        custom_attrs={"download": ""},
    )
    credits = rx.foreach(Order.credit_notes, _credit_note)
    cancel = button(
        _("Cancel order"), icon="circle-x", variant="quiet", wide=True, on_click=Order.ask_to_cancel
    )
    return rx.el.div(
        rx.cond(Order.pays_at != "", pay),
        rx.cond(Order.invoice != "", invoice),
        credits,
        rx.cond(Order.may_cancel, cancel),
        class_name="mt-5 grid gap-2 empty:hidden",
    )


def _credit_note(note: PaperRow) -> rx.Component:
    return link_button(
        _("Download credit note"),
        note.href,
        icon="download",
        wide=True,
        also=note.number + ", " + note.amount,
        full_load=True,
        custom_attrs={"download": ""},
        key=note.number,
    )
