"""Jane's orders in the demo: one waits for payment, one is at work, one came, one is cancelled."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.models import Account
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.clock import now
from certify_app.domain.learners.models import Learner
from certify_app.domain.shop.addresses import add_address, own_addresses
from certify_app.domain.shop.cancel_order import cancel_own_order
from certify_app.domain.shop.fill_basket import add_to_basket
from certify_app.domain.shop.fulfil_order import dispatch_order
from certify_app.domain.shop.mark_paid import mark_paid
from certify_app.domain.shop.models import DeliveryMethod, Invoice, Order, OrderLog, Product
from certify_app.domain.shop.order_for_learner import StaffOrder, order_for_learner
from certify_app.domain.shop.place_order import Choice, basket_key, place_order
from certify_app.domain.shop.price_order import price_order
from certify_app.domain.shop.queries import basket
from certify_app.domain.shop.refund_order import refund_by_staff

JANE, OLWEN = "jane.smith@example.org", "olwen.price@example.org"
HOME = {
    "first_name": "Jane",
    "last_name": "Smith",
    "lines": "40 Melrose Avenue",
    "city": "Cardiff",
    "postcode": "CF3 5EA",
    "country": "GB",
}
STEP = timedelta(minutes=50)
DIPLOMA, ENGLISH, FIRST_AID = "000/0102/2", "000/0001/1", "000/0101/1"


def order_copies(session: Session) -> None:
    """By the same use cases as everybody's, then dated back."""
    jane, olwen = _account(session, JANE), _account(session, OLWEN)
    add_address(session, jane, HOME)
    _came(session, jane, olwen)
    _called_off(session, jane)
    _is_at_work(session, olwen)
    _waits_for_payment(session, jane)


def _came(session: Session, jane: int, olwen: int) -> None:
    """With the postage given back, because it took so long."""
    order = _order(session, jane, (DIPLOMA, "replacement-certificate", 1), "first-class")
    mark_paid(session, order, olwen, "bank transfer")
    dispatch_order(session, order, olwen, "AB 1234 5678 9GB")
    refund_by_staff(session, order, "5.99", "It took longer than promised", "postage", olwen)
    _date_back(session, order, days=41)


def _called_off(session: Session, jane: int) -> None:
    order = _order(session, jane, (ENGLISH, "confirmation-of-award", 2), "second-class")
    cancel_own_order(session, jane, order.number)
    _date_back(session, order, days=19)


def _is_at_work(session: Session, olwen: int) -> None:
    """Ordered for her by Olwen, who saw the money come in."""
    award = _award(session, FIRST_AID)
    wanted = StaffOrder(JANE, award.reference, "replacement-certificate", 1, "collection")
    order = order_for_learner(session, olwen, wanted)
    mark_paid(session, order, olwen, "bank transfer")
    _date_back(session, order, days=3)


def _waits_for_payment(session: Session, jane: int) -> None:
    order = _order(session, jane, (DIPLOMA, "unit-certificate", 2), "second-class")
    _date_back(session, order, days=1)


def _order(session: Session, jane: int, what: tuple[str, str, int], method: str) -> Order:
    """Jane's own, by invoice."""
    code, product, quantity = what
    award_id = _award(session, code).id or 0
    product_id = session.exec(select(Product.id).where(Product.code == product)).one() or 0
    add_to_basket(session, jane, award_id, product_id, quantity)
    session.flush()
    by = session.exec(select(DeliveryMethod).where(DeliveryMethod.code == method)).one()
    total = price_order(basket(session, jane), by).total
    home = own_addresses(session, jane)[0].id or 0
    key = basket_key(session, jane)
    session.flush()
    return place_order(session, jane, Choice(key, home, home, method, "invoice", total))


def _date_back(session: Session, order: Order, days: int) -> None:
    """As if it had been placed in the morning so long ago, and each step had followed soon."""
    session.flush()
    placed = (now() - timedelta(days=days)).replace(hour=10, minute=20)
    own = select(OrderLog).where(OrderLog.order_id == order.id).order_by(col(OrderLog.id))
    for place, log in enumerate(session.exec(own)):
        log.at = placed + place * STEP
    paid = order.paid_at and placed + 2 * STEP
    mine = update(Order).where(col(Order.id) == order.id)
    session.exec(mine.values(created_at=placed, paid_at=paid))
    session.exec(
        update(Invoice).where(col(Invoice.order_id) == order.id).values(issued_at=paid or placed)
    )


def _award(session: Session, code: str) -> Award:
    """Jane's, of this qualification."""
    award = session.exec(
        select(Award)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .join(Learner, col(Learner.id) == Award.learner_id)
        .join(Account, col(Account.id) == Learner.account_id)
        .where(Account.email == JANE, Qualification.code == code)
        .order_by(col(Award.id))
    ).first()
    assert award
    return award


def _account(session: Session, email: str) -> int:
    return session.exec(select(Account.id).where(Account.email == email)).one() or 0
