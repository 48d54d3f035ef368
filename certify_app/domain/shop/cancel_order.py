"""Call an order off: before it is paid, or paid but not yet in print."""

from __future__ import annotations

from sqlmodel import Session, select

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.shop.errors import NoSuchOrder, TooLateToCancel
from certify_app.domain.shop.free_copies import give_back_free_copies
from certify_app.domain.shop.models import Order, OrderLine, RefundSource
from certify_app.domain.shop.move_order import lock_order, move_fulfilment, move_order
from certify_app.domain.shop.queries import own_order
from certify_app.domain.shop.refund_order import ask_refund
from certify_app.domain.shop.settle_payment import NOT_IN_TIME, close_payments_later
from certify_app.domain.shop.statuses import FulfilmentStatus, OrderStatus
from certify_app.domain.shop.tell_learner import tell_learner


def cancel_own_order(session: Session, account_id: int, number: str) -> Order:
    """A learner calls off an order; what was paid goes back in full.

    Raises:
        NoSuchOrder: not an order of this account.
        TooLateToCancel: it is in print, sent, or over already.
    """
    order = own_order(session, account_id, number)
    if order is None:
        raise NoSuchOrder
    lock_order(session, order)
    return cancel_order(session, order, account_id, RefundSource.LEARNER)


def cancel_order(
    session: Session, order: Order, actor_id: int | None, source: RefundSource
) -> Order:
    """As `cancel_own_order`, of any order, which the caller has locked."""
    if order.status == OrderStatus.PROCESSING and order.fulfilment == FulfilmentStatus.WAITING:
        return _call_off_paid(session, order, actor_id, source)
    if order.status != OrderStatus.PENDING or not call_off(session, order, actor_id):
        raise TooLateToCancel
    return order


def cancel_by_staff(session: Session, order: Order, actor_id: int | None = None) -> Order:
    """
    Raises:
        TooLateToCancel: it is in print, sent, or over already.
    """
    lock_order(session, order)
    record_act(session, "order_cancelled", "order", order.id, actor_id)
    return cancel_order(session, order, actor_id, RefundSource.STAFF)


def call_off(
    session: Session, order: Order, actor_id: int | None = None, expired: bool = False
) -> bool:
    """Cancel an unpaid order and give its free copies back; False when it was just paid."""
    note = NOT_IN_TIME if expired else ""
    if not move_order(session, order, OrderStatus.CANCELLED, actor_id, note):
        return False
    _stop_printing(session, order, actor_id)
    close_payments_later(session, order)
    tell_learner(session, order, "order_cancelled", expired=expired, paid=False)
    return True


def _call_off_paid(
    session: Session, order: Order, actor_id: int | None, source: RefundSource
) -> Order:
    if not _stop_printing(session, order, actor_id):
        raise TooLateToCancel
    if order.total > order.refunded:
        left = order.total - order.refunded
        ask_refund(session, order, left, f"cancel-{order.id}", source, actor_id)
    else:
        move_order(session, order, OrderStatus.REFUNDED, actor_id)
    tell_learner(session, order, "order_cancelled", expired=False, paid=order.total > 0)
    return order


def _stop_printing(session: Session, order: Order, actor_id: int | None) -> bool:
    if not move_fulfilment(session, order, FulfilmentStatus.CALLED_OFF, actor_id):
        return False
    for line in session.exec(select(OrderLine).where(OrderLine.order_id == order.id)):
        if line.free:
            give_back_free_copies(session, line.award_id, line.product_id, line.free)
    return True
