"""One order (guide 5.3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.adapters.payments.offered import offered
from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.cancel_order import cancel_own_order
from certify_app.domain.shop.checkout_choices import AT_COLLECTION, ON_A_PAGE
from certify_app.domain.shop.errors import NoSuchOrder, ProviderDown
from certify_app.domain.shop.order_details import OrderDetails, order_details
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.gate.events import who
from certify_app.locales import N_, _
from certify_app.locales.dates import day
from certify_app.state.portal.checkout_rows import WAYS
from certify_app.state.portal.order_rows import (
    LineRow,
    LogRow,
    PaperRow,
    credit_row,
    line_row,
    log_rows,
    part_refunded,
)
from certify_app.state.portal.shop_rows import TotalRows, money
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable

SAID = {
    "placed": N_("Thank you. Your order {number} is placed."),
    "waiting": N_("The payment of order {number} is on its way. This can take some minutes."),
}
WENT_WRONG = {
    "declined": N_("The payment did not go through. Your order is kept: pay it again"),
    "refused": N_("This way to pay did not work. Your order is kept: ask us how to pay it"),
    "unreachable": ProviderDown.sentence,
}


class Order(rx.State):
    """`pays_at` is the route that starts a payment with `pays_by`, "" where none can be."""

    audience: ClassVar[Audience] = Audience.LEARNER

    found: bool = False
    number: str = ""
    status: str = ""
    delivery_name: str = ""
    payment: str = ""
    paid_on: str = ""
    part: str = ""
    tracking: str = ""
    is_test: bool = False
    by_staff: str = ""
    billing: list[str] = []
    delivery: list[str] = []
    collected: bool = False
    lines: list[LineRow] = []
    totals: TotalRows = TotalRows()
    logs: list[LogRow] = []
    may_pay: bool = False
    pays_at: str = ""
    pays_by: str = ""
    pay_label: str = ""
    how_to_pay: str = ""
    bank_details: str = ""
    send_words: str = ""
    may_cancel: bool = False
    gives_back: str = ""
    invoice: str = ""
    invoice_number: str = ""
    credit_notes: list[PaperRow] = []
    asks_to_cancel: bool = False
    said: str = ""
    errors: dict[str, str] = {}

    @rx.event
    async def load(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]
        asked = self.router.url
        self.number = storable(asked.path.rstrip("/").rsplit("/", 1)[-1], 20)
        await self._show()
        if self.found:
            self._say_of_payment(str(asked.query_parameters.get("payment", "")))

    @rx.event
    def ask_to_cancel(self) -> None:
        self.asks_to_cancel = self.may_cancel

    @rx.event
    def keep(self) -> None:
        self.asks_to_cancel = False

    @rx.event
    async def cancel(self) -> None:
        self.asks_to_cancel, self.said, self.errors = False, "", {}
        with spoken(self):
            try:
                await write(cancel_own_order, who().account_id, self.number)
            except DomainError as problem:
                self.errors = {"": str(problem)}
            else:
                self.said = _("Order {number} is cancelled.", number=self.number)
                if self.gives_back:
                    self.said += " " + _("{amount} goes back to you.", amount=self.gives_back)
            await self._show()

    def _say_of_payment(self, code: str) -> None:
        """What happened on the way to the payment page or back; nothing of one paid since."""
        with spoken(self):
            if code in SAID and self.may_pay:
                self.said = _(SAID[code], number=self.number)
            elif code in WENT_WRONG and self.may_pay:
                self.errors = {"": _(WENT_WRONG[code])}

    async def _show(self) -> None:
        seen = await read(_seen, who().account_id, self.number)
        self.found = seen.details is not None
        with spoken(self):
            if seen.details is None:
                self.errors = {"": str(NoSuchOrder())}
                return
            self._show_order(seen.details)
            self._show_payment(seen.details, seen.bank_details)

    def _show_order(self, seen: OrderDetails) -> None:
        order = seen.order
        self.status, self.delivery_name = order.status.value, _(order.delivery_name)
        self.part = part_refunded(order.status, order.refunded, order.currency)
        self.tracking, self.is_test = order.tracking_number, order.is_test
        self.by_staff = order.created_by if order.created_by_id != order.account_id else ""
        self.billing = order.billing.splitlines()
        self.delivery = order.delivery.splitlines()
        self.collected = order.delivery_code == AT_COLLECTION
        self.lines = [line_row(line, order.currency) for line in seen.lines]
        self.totals = TotalRows(
            sub_total=money(order.lines_net),
            shipping=money(order.delivery_net),
            vat=money(order.vat),
            total=money(order.total),
        )
        self.logs = log_rows(seen.logs)
        self.may_cancel = seen.may_cancel
        left = order.total - order.refunded if order.status == OrderStatus.PROCESSING else 0
        self.gives_back = money(left) if left else ""

    def _show_payment(self, seen: OrderDetails, bank_details: str) -> None:
        order = seen.order
        code = order.payment_provider
        self.payment = _(WAYS[code][0]) if code in WAYS else _("Nothing to pay")
        if order.paid_at:
            paid = day(order.paid_at.astimezone(settings().zone).date())
            self.paid_on = _("Paid on {date}", date=paid)
        if seen.invoice:
            self.invoice = f"/api/orders/{order.number}/invoice.pdf"
            self.invoice_number = str(seen.invoice.number)
        self.credit_notes = [credit_row(note, order) for note in seen.credit_notes]
        page = next((way for way in offered() if way in ON_A_PAGE), "")
        self.may_pay, self.pays_by = seen.may_pay, page
        self.pays_at = f"/payment/{order.number}/start" if seen.may_pay and page else ""
        self.pay_label = _("Pay {total}", total=money(order.total))
        self.how_to_pay = code if seen.may_pay and code in ("invoice", AT_COLLECTION) else ""
        self.send_words = _("Send {total} by bank transfer", total=money(order.total))
        self.bank_details = bank_details if self.how_to_pay else ""


@dataclass(frozen=True)
class _Seen:
    details: OrderDetails | None
    bank_details: str


def _seen(session: Session, account_id: int, number: str) -> _Seen:
    return _Seen(order_details(session, number, account_id), awarding_body(session).bank_details)
