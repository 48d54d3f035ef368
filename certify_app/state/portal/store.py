"""The Store (guide 5.2.1 and 5.2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.fill_basket import (
    add_to_basket,
    put_in_store,
    take_out_of_store,
    whole_quantity,
)
from certify_app.domain.shop.show_store import Copies, Shelf, delivery_from, show_store
from certify_app.gate.events import who
from certify_app.locales.paths import language_of, localised
from certify_app.state.portal.basket import Basket
from certify_app.state.portal.shop_rows import ShelfRow, box_of, money, shelf_row
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable

MOST_WANTED = 500


class Store(rx.State):
    """`errors` are sentences by the id of a quantity's box; "" is for the whole page."""

    audience: ClassVar[Audience] = Audience.LEARNER

    shelves: list[ShelfRow] = []
    is_empty: bool = True
    delivery: str = ""
    errors: dict[str, str] = {}
    added: str = ""
    _wanted: dict[tuple[int, int], int] = {}
    _carried: dict[str, str] = {}

    @rx.event
    async def load(self) -> None:
        self.errors, self._carried, self.added = self._carried, {}, ""
        await self._show()

    @rx.event
    async def order(self, reference: str) -> Any:
        """Order on an award's card: into the Store with it, and there."""
        with spoken(self):
            try:
                await write(put_in_store, who().account_id, storable(reference))
            except DomainError as problem:
                self._carried = {"": str(problem)}
        return rx.redirect(localised("/store", language_of(self.router.url.path)))

    @rx.event
    async def change(self, award_id: int, product_id: int, quantity: int | str) -> None:
        """How many copies Add To Basket will add."""
        box = box_of(award_id, product_id)
        with spoken(self):
            try:
                self._want(award_id, product_id, whole_quantity(quantity))
            except DomainError as problem:
                self.errors = self._others(box) | {box: str(problem)}
                return
        self.errors = self._others(box)
        await self._show()

    @rx.event
    async def add(self, award_id: int, product_id: int) -> None:
        """Add To Basket; a number that cannot be ordered is still in its box."""
        box = box_of(award_id, product_id)
        if box in self.errors:
            self.errors = dict(self.errors)
            return
        count = self._wanted.get((award_id, product_id), 1)
        with spoken(self):
            try:
                await write(add_to_basket, who().account_id, award_id, product_id, count)
            except DomainError as problem:
                self.errors = self._others(box) | {box: str(problem)}
                return
            await self._tell_added(award_id, product_id)

    @rx.event
    async def take_out(self, award_id: int) -> None:
        await write(take_out_of_store, who().account_id, award_id)
        self.added = ""
        await self._show()

    async def _tell_added(self, award_id: int, product_id: int) -> None:
        self._wanted = {k: v for k, v in self._wanted.items() if k != (award_id, product_id)}
        self.added = box_of(award_id, product_id)
        await self._show()
        await (await self.get_state(Basket))._tell_added()

    def _others(self, box: str) -> dict[str, str]:
        """What is wrong in other boxes stays said."""
        return {place: words for place, words in self.errors.items() if place and place != box}

    def _want(self, award_id: int, product_id: int, count: int) -> None:
        kept = dict(list(self._wanted.items())[-MOST_WANTED:])
        self._wanted = kept | {(award_id, product_id): count}

    async def _show(self) -> None:
        seen = await read(_seen, who().account_id, self._wanted)
        with spoken(self):
            self.shelves = [
                shelf_row(s.product_code, s.product_name, list(s.offers)) for s in seen.shelves
            ]
            self.delivery = "" if seen.delivery is None else money(seen.delivery)
        self.is_empty = not any(shelf.offers for shelf in seen.shelves)


@dataclass(frozen=True)
class _Seen:
    shelves: list[Shelf]
    delivery: int | None


def _seen(session: Session, account_id: int, wanted: Copies) -> _Seen:
    return _Seen(show_store(session, account_id, wanted), delivery_from(session))
