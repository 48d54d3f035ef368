"""Orders nobody paid: reminded once, called off later; payments that never told an end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session, col, select, update

from certify_app.config import settings
from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.shop.cancel_order import call_off
from certify_app.domain.shop.models import Order, Payment
from certify_app.domain.shop.move_order import lock_order
from certify_app.domain.shop.pay_order import RUNNING
from certify_app.domain.shop.statuses import OrderStatus, PaymentStatus
from certify_app.domain.shop.tell_learner import tell_learner

REMIND_AFTER = timedelta(days=2)
EXPIRE_AFTER = timedelta(days=14)
LOOK_AFTER = timedelta(minutes=10)
AT_ONCE = 200


def remind_of_unpaid_orders(session: Session) -> int:
    """Enqueue one reminder for each order that waits for its payment since two days."""
    orders = _waiting(session, REMIND_AFTER, col(Order.reminded_at).is_(None))
    for order in orders:
        enqueue_job(session, "remind_to_pay", {"order_id": order.id}, f"remind-{order.id}")
        session.exec(update(Order).where(col(Order.id) == order.id).values(reminded_at=now()))
    return len(orders)


def remind_to_pay(session: Session, order_id: int) -> None:
    order = session.get_one(Order, order_id)
    if order.status == OrderStatus.PENDING:
        until = (order.created_at + EXPIRE_AFTER).astimezone(settings().zone).date()
        kind, total = "payment_reminder", order.total
        tell_learner(session, order, kind, until=until, total=total, currency=order.currency)


def expire_unpaid_orders(session: Session) -> int:
    """Enqueue the end of what was not paid in fourteen days, unless a payment is under way."""
    under_way = select(Payment.order_id).where(Payment.status == PaymentStatus.PROCESSING)
    orders = _waiting(session, EXPIRE_AFTER, col(Order.id).not_in(under_way))
    today = now().date()
    for order in orders:
        args = {"order_id": order.id}
        enqueue_job(session, "expire_order", args, f"expire-{order.id}-{today}")
    return len(orders)


def expire_order(session: Session, order_id: int) -> bool:
    """Call it off if it is still unpaid and no payment is under way."""
    order = session.get_one(Order, order_id)
    lock_order(session, order)
    under_way = session.exec(
        select(Payment.id).where(
            Payment.order_id == order_id, Payment.status == PaymentStatus.PROCESSING
        )
    ).first()
    if order.status != OrderStatus.PENDING or under_way:
        return False
    return call_off(session, order, expired=True)


def look_at_open_payments(session: Session) -> int:
    """Enqueue a look at each payment page opened a while ago: its notice may be lost.

    Every ten minutes in its first hour, then every hour.
    """
    minute = now().strftime("%Y%m%d%H%M")
    open_ones = session.exec(
        select(Payment.id, Payment.created_at)
        .where(
            col(Payment.status).in_(RUNNING),
            col(Payment.page) != "",
            col(Payment.created_at) <= now() - LOOK_AFTER,
        )
        .order_by(col(Payment.id).desc())
        .limit(AT_ONCE)
    ).all()
    for payment_id, opened_at in open_ones:
        slot = minute[:-1] if opened_at > now() - timedelta(hours=1) else minute[:-2]
        key = f"look-{payment_id}-{slot}"
        enqueue_job(session, "look_at_payment", {"payment_id": payment_id}, key)
    return len(open_ones)


def _waiting(session: Session, since: timedelta, *further: object) -> Sequence[Order]:
    return session.exec(
        select(Order)
        .where(
            Order.status == OrderStatus.PENDING,
            col(Order.created_at) <= now() - since,
            *further,  # type: ignore[arg-type]
        )
        .order_by(col(Order.created_at))
        .limit(AT_ONCE)
    ).all()
