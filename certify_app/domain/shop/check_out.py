"""Complete the purchase (guide 5.2.4): what was chosen becomes an order, once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from certify_app.domain.shop.checkout_choices import way_chosen
from certify_app.domain.shop.errors import ChooseAddress, ChooseDelivery
from certify_app.domain.shop.mark_paid import need_no_payment
from certify_app.domain.shop.models import Order
from certify_app.domain.shop.place_order import Choice, place_order
from certify_app.domain.shop.price_order import Bill
from certify_app.domain.shop.show_checkout import Chosen, show_checkout


@dataclass(frozen=True)
class Seen:
    """What the learner had before their eyes: which basket, the total on the button, and
    the Summary above it."""

    basket_key: str
    total: int
    bill: Bill


def check_out(
    session: Session, account_id: int, chosen: Chosen, seen: Seen, codes: Iterable[str]
) -> Order:
    """Place the order; one that costs nothing is paid at once.

    Raises:
        ChooseAddress, ChooseDelivery, ChooseWayToPay: something is yet to be chosen.
        DomainError: all that `place_order` raises.
    """
    offered = list(codes)
    now = show_checkout(session, account_id, chosen, offered)
    if now.billing is None or now.delivery is None:
        raise ChooseAddress("billing")
    if now.method is None:
        raise ChooseDelivery
    assert now.billing.id
    assert now.delivery.id
    choice = Choice(
        basket_key=seen.basket_key,
        billing_id=now.billing.id,
        delivery_id=now.delivery.id,
        method_code=now.method.code,
        provider=way_chosen(chosen.way, offered, now.method) if seen.total else "",
        seen_total=seen.total,
        seen_bill=seen.bill,
    )
    order = place_order(session, account_id, choice)
    need_no_payment(session, order)
    return order
