"""What an order costs: per line, then added; the same sums wherever a total is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from certify_app.domain.money import NOTHING, Amounts, with_vat
from certify_app.domain.shop.models import DeliveryMethod
from certify_app.domain.shop.queries import Offer


@dataclass(frozen=True)
class Totals:
    """An order's Summary in minor units: Sub Total and Shipping net, VAT in one, Total gross."""

    lines: Amounts
    delivery: Amounts

    @property
    def sub_total(self) -> int:
        return self.lines.net

    @property
    def shipping(self) -> int:
        return self.delivery.net

    @property
    def vat(self) -> int:
        return self.lines.vat + self.delivery.vat

    @property
    def total(self) -> int:
        return self.lines.gross + self.delivery.gross


Bill = tuple[tuple[int, ...], ...]
"""Each line's award, product, copies, free copies, unit price, VAT rate and gross; then what
delivery costs."""


def bill_of(offers: Iterable[Offer], totals: Totals) -> Bill:
    """What a Summary shows, to be held against what stands when it is ordered."""
    lines = [
        (o.award_id, o.product_id, o.quantity, o.free, o.price, o.vat_rate, o.amounts.gross)
        for o in offers
    ]
    return (*lines, (totals.delivery.gross, totals.delivery.vat))


def price_order(offers: Iterable[Offer], method: DeliveryMethod | None) -> Totals:
    """The totals of these lines; without a method yet chosen, delivery costs nothing."""
    delivery = with_vat(method.price, method.vat_rate) if method else NOTHING
    return Totals(sum((offer.amounts for offer in offers), NOTHING), delivery)
