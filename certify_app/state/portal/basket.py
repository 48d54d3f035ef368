"""The basket (guide 5.2.3): it belongs to the learner, so every page asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.fill_basket import change_quantity, remove_from_basket
from certify_app.domain.shop.price_order import price_order
from certify_app.domain.shop.queries import Offer, basket
from certify_app.domain.shop.show_store import delivery_from
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.state.portal.shop_rows import OfferRow, box_of, items, money, offer_row
from certify_app.state.portal.spoken import spoken


class Basket(rx.State):
    """`said` is read out after each change; `errors` are sentences by the box's id."""

    audience: ClassVar[Audience] = Audience.LEARNER

    lines: list[OfferRow] = []
    count: int = 0
    counted: str = ""
    total: str = ""
    delivery: str = ""
    sellable: bool = True
    said: str = ""
    errors: dict[str, str] = {}

    @rx.event
    async def load(self) -> None:
        self.said, self.errors = "", {}
        await self._show()

    @rx.event
    async def change(self, award_id: int, product_id: int, quantity: int | str) -> None:
        """The arrows, or a number typed into the box."""
        box = box_of(award_id, product_id)
        if str(quantity) == str(self._kept(box)):
            self.errors = self._others(box)
            return
        with spoken(self):
            try:
                held = await write(_changed, who().account_id, award_id, product_id, quantity)
            except DomainError as problem:
                self.errors = self._others(box) | {box: str(problem)}
                return
        self._tell(box, held)

    @rx.event
    async def remove(self, award_id: int, product_id: int) -> None:
        held = await write(_removed, who().account_id, award_id, product_id)
        self._tell(box_of(award_id, product_id), held)

    def _tell(self, box: str, held: _Held) -> None:
        self.errors = self._others(box)
        self._put(held)
        with spoken(self):
            self.said = _(
                "Your basket now holds {items}, {total}", items=self.counted, total=self.total
            )

    async def _tell_added(self) -> None:
        """Called by the Store."""
        await self._show()
        with spoken(self):
            self.said = _("Added. Your basket now holds {items}", items=self.counted)

    async def _show(self) -> None:
        """As the database has it now."""
        self._put(await read(_held, who().account_id))

    def _put(self, held: _Held) -> None:
        with spoken(self):
            self.lines = [offer_row(offer) for offer in held.offers]
            self.count = sum(offer.quantity for offer in held.offers)
            self.counted = items(self.count)
            self.total = money(price_order(held.offers, None).total)
            self.delivery = "" if held.delivery is None else money(held.delivery)
        self.sellable = all(offer.on_sale for offer in held.offers)

    def _others(self, box: str) -> dict[str, str]:
        """What is wrong in other boxes stays said."""
        return {place: words for place, words in self.errors.items() if place != box}

    def _kept(self, box: str) -> int:
        return next((line.quantity for line in self.lines if line.id == box), 0)


@dataclass(frozen=True)
class _Held:
    offers: Sequence[Offer]
    delivery: int | None


def _held(session: Session, account_id: int) -> _Held:
    return _Held(basket(session, account_id), delivery_from(session))


def _changed(
    session: Session, account_id: int, award_id: int, product_id: int, quantity: object
) -> _Held:
    """Changed and read in one trip."""
    change_quantity(session, account_id, award_id, product_id, quantity)
    return _held(session, account_id)


def _removed(session: Session, account_id: int, award_id: int, product_id: int) -> _Held:
    remove_from_basket(session, account_id, award_id, product_id)
    return _held(session, account_id)
