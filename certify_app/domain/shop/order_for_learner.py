"""Staff order a printed copy for a learner; the learner's own basket stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlmodel import Session, col, select

from certify_app.domain.accounts.models import Role
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awards.models import Award
from certify_app.domain.emails import normal_email
from certify_app.domain.learners.models import Learner
from certify_app.domain.shop.addresses import own_addresses
from certify_app.domain.shop.errors import (
    ChooseAddress,
    ChooseDelivery,
    NoSuchAward,
    NoSuchLearner,
    NoSuchStaff,
)
from certify_app.domain.shop.fill_basket import whole_quantity
from certify_app.domain.shop.models import DeliveryMethod, Order, Product
from certify_app.domain.shop.place_order import Choice, order_offers
from certify_app.domain.shop.price_order import price_order
from certify_app.domain.shop.queries import Offer, offer
from certify_app.domain.tokens import new_token


@dataclass(frozen=True)
class StaffOrder:
    """For whom (email), of which award (reference), what (product code) and how."""

    email: str
    award_reference: str
    product_code: str
    quantity: object = 1
    delivery_code: str = "collection"
    provider: str = "invoice"


def order_for_learner(session: Session, staff_id: int, wanted: StaffOrder) -> Order:
    """The order, to the learner's newest address, at today's prices.

    Raises:
        NoSuchLearner, NoSuchAward, NotOnSale, BadQuantity, ChooseAddress, ChooseDelivery
        DoesNotDeliverThere: the method does not go to that address.
    """
    learner = account_with_email(session, normal_email(wanted.email))
    if learner is None or learner.id is None or learner.role != Role.LEARNER:
        raise NoSuchLearner(email=wanted.email)
    found = _offer(session, learner.id, wanted)
    total = price_order([found], _method(session, wanted.delivery_code)).total
    addresses = own_addresses(session, learner.id)
    if not addresses or addresses[0].id is None:
        raise ChooseAddress
    home = addresses[0].id
    way = wanted.delivery_code, wanted.provider, total, staff_id
    choice = Choice(new_token(), home, home, *way)
    order = order_offers(session, learner.id, choice, [found])
    record_act(session, "order_placed_for_learner", "order", order.id, staff_id)
    return order


def staff_with(session: Session, email: str) -> int:
    """The account of a member of staff, by email.

    Raises:
        NoSuchStaff
    """
    account = account_with_email(session, normal_email(email))
    if account is None or account.id is None or account.role != Role.STAFF:
        raise NoSuchStaff(email=email)
    return account.id


def _offer(session: Session, account_id: int, wanted: StaffOrder) -> Offer:
    award_id = session.exec(
        select(Award.id)
        .join(Learner, col(Learner.id) == Award.learner_id)
        .where(Award.reference == wanted.award_reference, Learner.account_id == account_id)
    ).first()
    product_id = session.exec(select(Product.id).where(Product.code == wanted.product_code)).first()
    found = offer(session, account_id, award_id or 0, product_id or 0)
    if found is None:
        raise NoSuchAward
    return replace(found, quantity=whole_quantity(wanted.quantity))


def _method(session: Session, code: str) -> DeliveryMethod:
    method = session.exec(select(DeliveryMethod).where(DeliveryMethod.code == code)).first()
    if method is None:
        raise ChooseDelivery
    return method
