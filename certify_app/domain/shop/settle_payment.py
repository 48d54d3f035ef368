"""Bring a payment and its order to what the provider says. Safe to repeat, in any order."""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.shop.free_copies import take_free_copies_again
from certify_app.domain.shop.models import Order, OrderLog, Payment, Refund, RefundSource
from certify_app.domain.shop.move_order import lock_order, move_fulfilment, move_order, write_log
from certify_app.domain.shop.providers import Seen
from certify_app.domain.shop.statuses import (
    PAYMENT,
    FulfilmentStatus,
    OrderStatus,
    PaymentStatus,
)
from certify_app.domain.shop.write_invoice import number_invoice

NOT_IN_TIME = "not paid in time"
"""The note of an order that expired; late money still pays it."""


class WrongMoney(Exception):
    """The provider took another amount, currency or mode than was asked: staff must look."""


def settle_payment(
    session: Session,
    payment_id: int,
    seen: Seen,
    actor_id: int | None = None,
    note: str = "",
    by_staff: bool = False,
) -> None:
    """Move a payment to what was seen; when it is paid, its order with it.

    What is older than the present status changes nothing, so notices may come
    late, twice, or out of order. `by_staff`: people saw the money, so what was called
    off is taken up again instead of paid back.

    Raises:
        WrongMoney: nothing was changed.
    """
    payment = session.get_one(Payment, payment_id)
    _check(payment, seen)
    order = session.get_one(Order, payment.order_id)
    lock_order(session, order)
    session.refresh(payment)
    if not PAYMENT.allows(payment.status, seen.status) or not _take(session, payment, seen):
        return
    write_log(session, order, "payment", payment.status, seen.status, actor_id, note)
    if seen.status == PaymentStatus.PAID:
        _order_paid(session, order, payment, actor_id, by_staff)


def _check(payment: Payment, seen: Seen) -> None:
    right = (payment.amount, payment.currency, payment.is_live)
    if (seen.amount, seen.currency.upper(), seen.is_live) != right:
        raise WrongMoney(f"payment {payment.id}")


def _take(session: Session, payment: Payment, seen: Seen) -> bool:
    taken = session.exec(
        update(Payment)
        .where(col(Payment.id) == payment.id, col(Payment.status) == payment.status)
        .values(status=seen.status, charge=seen.charge, settled_at=now())
        .execution_options(synchronize_session=False)
    )
    return taken.rowcount == 1


def _order_paid(
    session: Session, order: Order, payment: Payment, actor_id: int | None, by_staff: bool
) -> None:
    if order.status not in (OrderStatus.PENDING, OrderStatus.CANCELLED):
        return _pay_back(session, order, payment, "paid twice")
    if order.status == OrderStatus.CANCELLED and not by_staff and _was_wished(session, order):
        return _pay_back(session, order, payment, "paid after it was called off")
    move_order(
        session,
        order,
        OrderStatus.PROCESSING,
        actor_id,
        paid_at=now(),
        payment_provider=payment.provider,
        is_test=payment.provider == "demo",
    )
    follow_payment(session, order)


def _was_wished(session: Session, order: Order) -> bool:
    """Somebody called it off."""
    cancelled = session.exec(
        select(OrderLog)
        .where(OrderLog.order_id == order.id, OrderLog.new == OrderStatus.CANCELLED.value)
        .order_by(col(OrderLog.id).desc())
    ).first()
    return cancelled is not None and cancelled.note != NOT_IN_TIME


def follow_payment(session: Session, order: Order) -> None:
    """What a paid order starts: its invoice, its receipt and its print job, once each."""
    if order.fulfilment == FulfilmentStatus.CALLED_OFF:
        move_fulfilment(session, order, FulfilmentStatus.WAITING)
        take_free_copies_again(session, order)
    if order.total:
        number_invoice(session, order)
    enqueue_job(session, "send_receipt", {"order_id": order.id}, f"receipt-{order.id}")
    enqueue_job(session, "prepare_print", {"order_id": order.id}, f"print-{order.id}")
    close_payments_later(session, order)


def close_payments_later(session: Session, order: Order) -> None:
    """Payment pages of an order that is paid or called off are shut, so nobody pays in vain."""
    key = f"close-{order.id}-{order.status}"
    enqueue_job(session, "close_payments", {"order_id": order.id}, key)


def _pay_back(session: Session, order: Order, payment: Payment, reason: str) -> None:
    assert order.id
    assert payment.id
    refund = Refund(
        order_id=order.id,
        payment_id=payment.id,
        source=RefundSource.DUPLICATE,
        amount=payment.amount,
        key=f"double-{payment.id}",
        reason=reason,
    )
    session.add(refund)
    session.flush()
    write_log(session, order, "refund", "", refund.status, None, reason)
    enqueue_job(session, "send_refund", {"refund_id": refund.id}, f"refund-{refund.key}")
