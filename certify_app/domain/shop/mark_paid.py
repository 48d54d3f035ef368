"""Money that reaches the awarding body by other ways than a payment page."""

from __future__ import annotations

from sqlmodel import Session, col, select

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.shop.errors import AlreadyPaid
from certify_app.domain.shop.models import Order, Payment
from certify_app.domain.shop.move_order import lock_order
from certify_app.domain.shop.providers import Seen
from certify_app.domain.shop.settle_payment import settle_payment
from certify_app.domain.shop.statuses import OrderStatus, PaymentStatus
from certify_app.domain.tokens import new_token

FREE = "free"


def mark_paid(
    session: Session,
    order: Order,
    actor_id: int | None,
    note: str,
    provider: str = "invoice",
) -> Payment:
    """Staff saw the money: the whole total, by bank transfer, cash or cheque.

    Raises:
        AlreadyPaid: it is paid.
    """
    lock_order(session, order)
    if order.status not in (OrderStatus.PENDING, OrderStatus.CANCELLED):
        raise AlreadyPaid
    payment = _running(session, order, provider) or _new(session, order, provider)
    payment.note = note[:300]
    session.flush()
    assert payment.id
    seen = Seen(PaymentStatus.PAID, order.total, order.currency, "", is_live=False)
    settle_payment(session, payment.id, seen, actor_id, note, by_staff=True)
    if provider != FREE:
        record_act(session, "order_marked_paid", "order", order.id, actor_id, provider=provider)
    return payment


def need_no_payment(session: Session, order: Order) -> None:
    """An order that costs nothing is paid as it is placed."""
    if order.total == 0 and order.status == OrderStatus.PENDING:
        mark_paid(session, order, order.created_by_id, "nothing to pay", FREE)


def _running(session: Session, order: Order, provider: str) -> Payment | None:
    """The payment that the learner announced by choosing this way to pay."""
    return session.exec(
        select(Payment).where(
            Payment.order_id == order.id,
            Payment.provider == provider,
            col(Payment.status).in_([PaymentStatus.CREATED, PaymentStatus.OPEN]),
        )
    ).first()


def _new(session: Session, order: Order, provider: str) -> Payment:
    assert order.id
    payment = Payment(
        order_id=order.id,
        provider=provider,
        amount=order.total,
        currency=order.currency,
        key=new_token(),
    )
    session.add(payment)
    return payment
