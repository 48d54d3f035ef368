"""Turn a basket into an order, once, at the prices the learner has seen (guide 5.2.4)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import Session, col, select, tuple_, update

from certify_app.config import settings
from certify_app.db.upsert import insert_into
from certify_app.domain.accounts.models import Account
from certify_app.domain.learners.models import Learner
from certify_app.domain.money import say_money
from certify_app.domain.names import fold_words
from certify_app.domain.shop.addresses import address_lines, own_address
from certify_app.domain.shop.errors import (
    ChooseDelivery,
    DoesNotDeliverThere,
    NothingToOrder,
    NotOnSale,
    SummaryChanged,
    TotalChanged,
)
from certify_app.domain.shop.free_copies import reserve_free_copies
from certify_app.domain.shop.models import (
    Address,
    Basket,
    BasketLine,
    DeliveryMethod,
    Order,
    OrderLine,
    StoreItem,
)
from certify_app.domain.shop.move_order import write_log
from certify_app.domain.shop.order_words import index_order
from certify_app.domain.shop.price_order import Bill, Totals, bill_of, price_order
from certify_app.domain.shop.queries import Offer, basket
from certify_app.domain.tokens import new_token


@dataclass(frozen=True)
class Choice:
    """What the learner chose at checkout. `seen_total` is the amount on the button,
    `seen_bill` the Summary above it, where somebody read one."""

    basket_key: str
    billing_id: int
    delivery_id: int
    method_code: str
    provider: str
    seen_total: int
    created_by_id: int | None = None
    seen_bill: Bill | None = None


@dataclass(frozen=True)
class _To:
    method: DeliveryMethod
    billing: Address
    delivery: Address | None


def basket_key(session: Session, account_id: int) -> str:
    """The key of the present basket; ordering it gives the next basket another."""
    first = insert_into(session, Basket).values(account_id=account_id, key=new_token())
    session.execute(first.on_conflict_do_nothing(index_elements=["account_id"]))
    return session.exec(select(Basket.key).where(Basket.account_id == account_id)).one()


def place_order(session: Session, account_id: int, choice: Choice) -> Order:
    """The order of this basket; asked again with the same key, the same order.

    `choice.created_by_id` is the member of staff who orders for the learner.

    Raises:
        NothingToOrder, NotOnSale, ChooseAddress, ChooseDelivery, DoesNotDeliverThere
        TotalChanged: a price, an allowance or a delivery price is not what was seen.
        SummaryChanged: so are the lines, though they make the same total.
    """
    if not _take_basket(session, account_id, choice.basket_key):
        return _already_placed(session, account_id, choice.basket_key)
    offers = basket(session, account_id)
    order = order_offers(session, account_id, choice, offers)
    _empty(session, account_id, offers)
    return order


def order_offers(
    session: Session, account_id: int, choice: Choice, offers: Sequence[Offer]
) -> Order:
    """An order of just these; raises as `place_order` does."""
    _check(offers)
    to = _to(session, account_id, choice)
    totals = price_order(offers, to.method)
    if totals.total != choice.seen_total:
        raise _changed(totals)
    if choice.seen_bill not in (None, bill_of(offers, totals)):
        raise SummaryChanged
    order = _order(session, account_id, choice, to, totals)
    lines = [_add_line(session, order, offer, totals) for offer in offers]
    index_order(session, order, lines)
    write_log(session, order, "order", "", order.status, order.created_by_id)
    return order


def _take_basket(session: Session, account_id: int, key: str) -> bool:
    taken = session.exec(
        update(Basket)
        .where(col(Basket.account_id) == account_id, col(Basket.key) == key)
        .values(key=new_token())
    )
    return taken.rowcount == 1


def _already_placed(session: Session, account_id: int, key: str) -> Order:
    order = session.exec(
        select(Order).where(Order.account_id == account_id, Order.basket_key == key)
    ).first()
    if order is None:
        raise NothingToOrder
    return order


def _check(offers: Sequence[Offer]) -> None:
    if not offers:
        raise NothingToOrder
    for offer in offers:
        if not offer.on_sale:
            raise NotOnSale(product=offer.product_name)


def _method(session: Session, code: str) -> DeliveryMethod:
    method = session.exec(
        select(DeliveryMethod).where(DeliveryMethod.code == code, DeliveryMethod.on_offer)
    ).first()
    if method is None:
        raise ChooseDelivery
    return method


def _to(session: Session, account_id: int, choice: Choice) -> _To:
    method = _method(session, choice.method_code)
    billing = own_address(session, account_id, choice.billing_id, "billing")
    if method.is_collection:
        return _To(method, billing, None)
    delivery = own_address(session, account_id, choice.delivery_id, "delivery")
    if method.countries and delivery.country not in method.countries.split():
        raise DoesNotDeliverThere(method=method.name)
    return _To(method, billing, delivery)


def _order(session: Session, account_id: int, choice: Choice, to: _To, totals: Totals) -> Order:
    account = session.get_one(Account, account_id)
    creator = session.get_one(Account, choice.created_by_id or account_id)
    created_by = f"{creator.first_name} {creator.last_name}"
    order = Order(
        number=_free_number(session),
        account_id=account_id,
        created_by_id=creator.id,
        created_by=created_by,
        created_by_key=fold_words(created_by),
        name_key=fold_words(f"{account.first_name} {account.last_name}"),
        last_name_key=fold_words(account.last_name),
        basket_key=choice.basket_key,
        first_name=account.first_name,
        last_name=account.last_name,
        email=account.email,
        billing=address_lines(to.billing),
        delivery=address_lines(to.delivery) if to.delivery else to.method.name,
        delivery_code=to.method.code,
        delivery_name=to.method.name,
        delivery_vat_rate=to.method.vat_rate,
        currency=settings().currency,
        lines_net=totals.sub_total,
        delivery_net=totals.shipping,
        vat=totals.vat,
        total=totals.total,
        payment_provider=choice.provider,
        is_test=choice.provider == "demo",
        organisation_id=_organisation(session, account_id),
    )
    session.add(order)
    session.flush()
    return order


def _free_number(session: Session) -> str:
    """Eight random digits that no order has; the column is unique all the same."""
    while True:
        number = f"{secrets.randbelow(10**8):08d}"
        if session.exec(select(Order.id).where(Order.number == number)).first() is None:
            return number


def _organisation(session: Session, account_id: int) -> int | None:
    return session.exec(
        select(Learner.organisation_id).where(Learner.account_id == account_id)
    ).first()


def _add_line(session: Session, order: Order, offer: Offer, totals: Totals) -> OrderLine:
    here = offer.award_id, offer.product_id
    if not reserve_free_copies(session, *here, offer.free, offer.allowance):
        raise _changed(totals)
    assert order.id
    line = OrderLine(
        order_id=order.id,
        award_id=offer.award_id,
        product_id=offer.product_id,
        product_name=offer.product_name,
        product_code=offer.product_code,
        document_title=offer.qualification,
        reference=offer.reference,
        learner_name=offer.learner_name,
        quantity=offer.quantity,
        free=offer.free,
        unit_price=offer.price,
        vat_rate=offer.vat_rate,
        gross=offer.amounts.gross,
        net=offer.amounts.net,
        vat=offer.amounts.vat,
    )
    session.add(line)
    return line


def _changed(totals: Totals) -> TotalChanged:
    return TotalChanged(total=say_money(totals.total, settings().currency))


def _empty(session: Session, account_id: int, offers: Sequence[Offer]) -> None:
    """What another tab has added meanwhile stays."""
    ordered = [(offer.award_id, offer.product_id) for offer in offers]
    line = tuple_(col(BasketLine.award_id), col(BasketLine.product_id))
    mine = col(BasketLine.account_id) == account_id
    session.exec(delete(BasketLine).where(mine, line.in_(ordered)))
    awards = {offer.award_id for offer in offers}
    session.exec(
        delete(StoreItem).where(
            col(StoreItem.account_id) == account_id, col(StoreItem.award_id).in_(awards)
        )
    )
