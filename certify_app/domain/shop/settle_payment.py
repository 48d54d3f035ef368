"""Bring a payment and its order to what the provider says. Safe to repeat, in any order."""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.shop.models import (
    Order,
    OrderLine,
    Payment,
    Refund,
    RefundSource,
)
from certify_app.domain.shop.move_order import move_fulfilment, move_order, write_log
from certify_app.domain.shop.providers import Seen
from certify_app.domain.shop.statuses import (
    PAYMENT,
    FulfilmentStatus,
    OrderStatus,
    PaymentStatus,
)
from certify_app.domain.shop.write_invoice import number_invoice


class WrongMoney(Exception):
    """The provider took another amount, currency or mode than was asked: staff must look."""


def settle_payment(
    session: Session,
    payment_id: int,
    seen: Seen,
    actor_id: int | None = None,
    note: str = "",
) -> None:
    """Move a payment to what was seen; when it is paid, its order with it.

    What is older than the present status changes nothing, so notices may come
    late, twice, or out of order.

    Raises:
        WrongMoney: nothing was changed.
    """
    payment = session.get_one(Payment, payment_id)
    _check(payment, seen)
    if not PAYMENT.allows(payment.status, seen.status) or not _take(session, payment, seen):
        return
    order = session.get_one(Order, payment.order_id)
    write_log(session, order, "payment", payment.status, seen.status, actor_id, note)
    if seen.status == PaymentStatus.PAID:
        _order_paid(session, order, payment, actor_id)


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


def _order_paid(session: Session, order: Order, payment: Payment, actor_id: int | None) -> None:
    if order.status not in (OrderStatus.PENDING, OrderStatus.CANCELLED):
        return _pay_back_double(session, order, payment)
    moved = move_order(
        session,
        order,
        OrderStatus.PROCESSING,
        actor_id,
        paid_at=now(),
        payment_provider=payment.provider,
        is_test=payment.provider == "demo",
    )
    if not moved:
        session.refresh(order)
        return _pay_back_double(session, order, payment)
    follow_payment(session, order)


def follow_payment(session: Session, order: Order) -> None:
    """What a paid order starts: its invoice, its receipt and its print job, once each."""
    if order.fulfilment == FulfilmentStatus.CALLED_OFF:
        move_fulfilment(session, order, FulfilmentStatus.WAITING)
        _take_free_copies_again(session, order)
    if order.total:
        number_invoice(session, order)
    enqueue_job(session, "send_receipt", {"order_id": order.id}, f"receipt-{order.id}")
    enqueue_job(session, "prepare_print", {"order_id": order.id}, f"print-{order.id}")


def _take_free_copies_again(session: Session, order: Order) -> None:
    # Late money pays what was ordered; the allowance may then be over-used, never the order.
    from certify_app.domain.shop.models import FreeCopies

    lines = session.exec(select(OrderLine).where(OrderLine.order_id == order.id)).all()
    for line in (line for line in lines if line.free):
        session.exec(
            update(FreeCopies)
            .where(
                col(FreeCopies.award_id) == line.award_id,
                col(FreeCopies.product_id) == line.product_id,
            )
            .values(used=FreeCopies.used + line.free)
        )


def _pay_back_double(session: Session, order: Order, payment: Payment) -> None:
    assert order.id
    assert payment.id
    refund = Refund(
        order_id=order.id,
        payment_id=payment.id,
        source=RefundSource.DUPLICATE,
        amount=payment.amount,
        key=f"double-{payment.id}",
        reason="paid twice",
    )
    session.add(refund)
    session.flush()
    enqueue_job(session, "send_refund", {"refund_id": refund.id}, f"refund-{refund.key}")
