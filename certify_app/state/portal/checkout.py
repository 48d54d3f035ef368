"""Completing the purchase (guide 5.2.4).

Nothing is kept here alone: basket and addresses are in the database, what is chosen
stands in the address, and both make the screen again after a lost connection.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import urlencode

import reflex as rx

from certify_app.adapters.payments.offered import offered
from certify_app.db.engine import read, write
from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.check_out import Seen, check_out
from certify_app.domain.shop.errors import ChooseAddress, TotalChanged
from certify_app.domain.shop.models import Order
from certify_app.domain.shop.place_order import basket_key
from certify_app.domain.shop.price_order import Bill
from certify_app.domain.shop.show_checkout import SAME, Chosen, show_checkout
from certify_app.domain.shop.show_checkout import Checkout as Standing
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.paths import language_of, localised
from certify_app.state.portal.basket import Basket
from certify_app.state.portal.checkout_rows import (
    AddressRow,
    MethodRow,
    WayRow,
    address_rows,
    line_of,
    method_rows,
    pay_words,
    way_rows,
)
from certify_app.state.portal.shop_rows import OfferRow, TotalRows, offer_row, total_rows
from certify_app.state.portal.spoken import spoken

BILLING, DELIVERY_ADDRESS, DELIVERY = "billing", "delivery_address", "delivery"
SECTIONS = (BILLING, DELIVERY_ADDRESS, DELIVERY)
IN_ADDRESS = {"billing": "billing", "to": "delivery", "by": "method", "pay": "way"}


class Checkout(rx.State):
    """`opened` is the section that shows its choices. `changes` counts what was chosen
    for the learner, so that the radios follow; `started` is when the way to a payment page
    began, in milliseconds, 0 while it has not."""

    audience: ClassVar[Audience] = Audience.LEARNER

    lines: list[OfferRow] = []
    totals: TotalRows = TotalRows()
    addresses: list[AddressRow] = []
    methods: list[MethodRow] = []
    ways: list[WayRow] = []
    billing: str = ""
    delivery: str = SAME
    method: str = ""
    way: str = ""
    billing_line: str = ""
    delivery_line: str = ""
    method_line: str = ""
    collected: bool = False
    free: bool = False
    opened: str = ""
    pay_label: str = ""
    address: str = ""
    errors: dict[str, str] = {}
    changes: int = 0
    start_at: str = ""
    started: int = 0
    _codes: list[str] = []
    _key: str = ""
    _total: int = 0
    _bill: Bill = ()

    @rx.event
    async def load(self) -> None:
        asked = self.router.url.query_parameters
        self.errors, self.start_at, self.started = {}, "", 0
        self._codes = await asyncio.to_thread(lambda: list(offered()))
        self._key = await write(basket_key, who().account_id)
        wanted = {ours: str(asked.get(theirs, "")) for theirs, ours in IN_ADDRESS.items()}
        await self._show(Chosen(**wanted))
        self.changes += 1
        self.opened = BILLING if not self.billing else DELIVERY

    @rx.event
    def open_section(self, section: str) -> None:
        """A section's heading opens it, and closes it again."""
        if section in SECTIONS:
            self.opened = "" if self.opened == section else section

    @rx.event
    def go_on(self) -> None:
        """Continue, from one section to the next."""
        place = SECTIONS.index(self.opened) if self.opened in SECTIONS else 0
        self.opened = SECTIONS[min(place + 1, len(SECTIONS) - 1)]

    @rx.event
    async def choose_billing(self, id: str) -> None:
        await self._choose(BILLING, replace(self._chosen(), billing=id))

    @rx.event
    async def choose_delivery_address(self, id: str) -> None:
        await self._choose(DELIVERY_ADDRESS, replace(self._chosen(), delivery=id))

    @rx.event
    async def choose_method(self, code: str) -> None:
        await self._choose(DELIVERY, replace(self._chosen(), method=code))

    @rx.event
    async def choose_way(self, code: str) -> None:
        await self._choose("way", replace(self._chosen(), way=code))

    @rx.event
    async def pay(self, shown: str) -> Any:
        """Make the order, once, and go where it is paid.

        `shown` is what the button said as it was pressed: another amount may be on its way.
        """
        with spoken(self):
            try:
                self._require_shown(shown)
                seen = Seen(self._key, self._total, self._bill)
                order = await write(check_out, who().account_id, self._chosen(), seen, self._codes)
            except DomainError as problem:
                await self._refuse(problem)
                return None
        await (await self.get_state(Basket))._show()
        return self._go_to_payment(order)

    def _require_shown(self, words: str) -> None:
        if words != self.pay_label:
            raise TotalChanged(total=self.totals.total)

    async def _take(self, section: str, id: str) -> None:
        """An address that was just added is the one that was meant."""
        field = "billing" if section == BILLING else "delivery"
        await self._choose(section, replace(self._chosen(), **{field: id}))
        self.changes += 1
        self.opened = DELIVERY

    def _go_to_payment(self, order: Order) -> Any:
        """Only a POST starts a payment, so the page sends a form."""
        if order.paid_at is not None:
            place = localised("/dashboard", language_of(self.router.url.path))
            return rx.redirect(f"{place}?paid={order.number}")
        self.start_at = f"/payment/{order.number}/start"
        self.started = int(now().timestamp() * 1000)
        return None

    async def _refuse(self, problem: DomainError) -> None:
        """With the totals as they are now; the section that is wrong opens."""
        place = problem.field
        if isinstance(problem, ChooseAddress) and place == DELIVERY:
            place = DELIVERY_ADDRESS
        if isinstance(problem, TotalChanged):
            await self._show(self._chosen())
        self.errors = {place: str(problem)}
        if place in SECTIONS:
            self.opened = place

    def _chosen(self) -> Chosen:
        return Chosen(self.billing, self.delivery, self.method, self.way)

    async def _choose(self, place: str, chosen: Chosen) -> None:
        self.errors = {at: words for at, words in self.errors.items() if at and at != place}
        await self._show(chosen)
        if self._chosen() != chosen:
            self.changes += 1

    async def _show(self, chosen: Chosen) -> None:
        standing = await read(show_checkout, who().account_id, chosen, self._codes)
        with spoken(self):
            self._show_choices(standing)
            self._show_sums(standing)
        self.address = self._own_address()

    def _show_choices(self, now: Standing) -> None:
        self._put("addresses", address_rows(now.addresses))
        self._put("methods", method_rows(now.methods, now.country))
        self._put("ways", way_rows(now.ways))
        self.billing = str(now.billing.id) if now.billing else ""
        self.delivery = SAME if now.same or now.delivery is None else str(now.delivery.id)
        self.method = now.method.code if now.method else ""
        self.way, self.collected = now.way, now.is_collected
        self.billing_line = line_of(now.billing) if now.billing else ""
        self.delivery_line = _("Same as billing") if now.same else line_of(now.delivery)
        if now.is_collected:
            self.delivery_line = _("Not needed: you collect it")
        elif now.delivery is None:
            self.delivery_line = ""
        self.method_line = _(now.method.name) if now.method else ""

    def _show_sums(self, now: Standing) -> None:
        self._put("lines", [offer_row(offer) for offer in now.offers])
        self.totals, self._total = total_rows(now.totals), now.totals.total
        self._bill, self.free = now.bill, self._total == 0
        self.pay_label = pay_words(self.way, self._total)

    def _put(self, name: str, rows: list[Any]) -> None:
        """What is as it was is not sent again."""
        if getattr(self, name) != rows:
            setattr(self, name, rows)

    def _own_address(self) -> str:
        chosen = self._chosen()
        kept = {theirs: getattr(chosen, ours) for theirs, ours in IN_ADDRESS.items()}
        place = localised("/checkout", language_of(self.router.url.path))
        return f"{place}?{urlencode({name: value for name, value in kept.items() if value})}"
