"""The checkout as it stands: what is in the basket, what may be chosen, what is (guide 5.2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from certify_app.domain.shop.addresses import own_addresses
from certify_app.domain.shop.checkout_choices import goes_to, ways_to_pay
from certify_app.domain.shop.models import Address, DeliveryMethod
from certify_app.domain.shop.price_order import Bill, Totals, bill_of, price_order
from certify_app.domain.shop.queries import Offer, basket, delivery_methods

SAME = "same"


@dataclass(frozen=True)
class Chosen:
    """What a learner asks for, which may be anything: ids and codes, "same" as billing."""

    billing: str = ""
    delivery: str = SAME
    method: str = ""
    way: str = ""


@dataclass(frozen=True)
class Checkout:
    """`same`: it is delivered to the address that is billed."""

    offers: Sequence[Offer]
    addresses: Sequence[Address]
    methods: Sequence[DeliveryMethod]
    ways: Sequence[str]
    billing: Address | None
    same: bool
    delivery: Address | None
    method: DeliveryMethod | None
    way: str
    totals: Totals

    @property
    def country(self) -> str:
        return self.delivery.country if self.delivery else ""

    @property
    def bill(self) -> Bill:
        return bill_of(self.offers, self.totals)

    @property
    def is_collected(self) -> bool:
        return self.method is not None and self.method.is_collection


def show_checkout(
    session: Session, account_id: int, chosen: Chosen, codes: Iterable[str]
) -> Checkout:
    """What was chosen and still may be; the newest address bills until another is.

    `codes` are the ways to pay that this deployment offers.
    """
    offers, methods = basket(session, account_id), delivery_methods(session)
    addresses = own_addresses(session, account_id)
    billing = _one(addresses, chosen.billing) or next(iter(addresses), None)
    other = _one(addresses, chosen.delivery)
    delivery = other or billing
    country = delivery.country if delivery else ""
    method = next((m for m in methods if m.code == chosen.method and goes_to(m, country)), None)
    ways = ways_to_pay(codes, method)
    return Checkout(
        offers=offers,
        addresses=addresses,
        methods=methods,
        ways=ways,
        billing=billing,
        same=other is None,
        delivery=delivery,
        method=method,
        way=chosen.way if chosen.way in ways else next(iter(ways), ""),
        totals=price_order(offers, method),
    )


def _one(addresses: Sequence[Address], id: str) -> Address | None:
    return next((address for address in addresses if str(address.id) == id), None)
