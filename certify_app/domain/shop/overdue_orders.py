"""Orders nobody paid: reminded once, called off later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.shop.cancel_order import call_off
from certify_app.domain.shop.models import Order, Payment
from certify_app.domain.shop.statuses import OrderStatus, PaymentStatus

REMIND_AFTER = timedelta(days=2)
EXPIRE_AFTER = timedelta(days=14)
AT_ONCE = 200


def remind_of_unpaid_orders(session: Session) -> int:
    """Enqueue one reminder for each order that waits for its payment since two days."""
    orders = _waiting(session, REMIND_AFTER, col(Order.reminded_at).is_(None))
    for order in orders:
        enqueue_job(session, "remind_to_pay", {"order_id": order.id}, f"remind-{order.id}")
        session.exec(update(Order).where(col(Order.id) == order.id).values(reminded_at=now()))
    return len(orders)


def expire_unpaid_orders(session: Session) -> int:
    """Call off what was not paid in fourteen days, unless a payment is under way."""
    under_way = select(Payment.order_id).where(Payment.status == PaymentStatus.PROCESSING)
    orders = _waiting(session, EXPIRE_AFTER, col(Order.id).not_in(under_way))
    return sum(call_off(session, order, None, "not paid in time") for order in orders)


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
