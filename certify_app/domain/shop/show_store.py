"""The Store as a learner sees it: a shelf for each product (guide 5.2.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session, col, func, select

from certify_app.domain.shop.models import DeliveryMethod, Product
from certify_app.domain.shop.queries import Offer, basket, store

Copies = Mapping[tuple[int, int], int]
"""How many copies are wanted, by award and product."""


@dataclass(frozen=True)
class OnShelf:
    """An offer with the quantity wanted; its free copies are those the basket leaves."""

    offer: Offer
    in_basket: int


@dataclass(frozen=True)
class Shelf:
    product_code: str
    product_name: str
    offers: Sequence[OnShelf]


def show_store(session: Session, account_id: int, wanted: Copies) -> list[Shelf]:
    """A shelf for every product on sale, also an empty one."""
    taken = {(o.award_id, o.product_id): o.quantity for o in basket(session, account_id)}
    offers = [_on_shelf(offer, taken, wanted) for offer in store(session, account_id)]
    products = session.exec(
        select(Product).where(Product.on_sale).order_by(col(Product.position))
    ).all()
    return [
        Shelf(p.code, p.name, [here for here in offers if here.offer.product_id == p.id])
        for p in products
    ]


def _on_shelf(offer: Offer, taken: Copies, wanted: Copies) -> OnShelf:
    key = offer.award_id, offer.product_id
    in_basket = taken.get(key, 0)
    left = max(0, offer.free_left - in_basket)
    return OnShelf(replace(offer, free_left=left, quantity=wanted.get(key, 1)), in_basket)


def delivery_from(session: Session) -> int | None:
    """The lowest price for having an order sent, in minor units; None if nothing is sent."""
    return session.exec(
        select(func.min(DeliveryMethod.price)).where(
            DeliveryMethod.on_offer, col(DeliveryMethod.is_collection).is_(False)
        )
    ).one()
