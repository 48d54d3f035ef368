"""Give money back: never more than was paid, however many ask at once."""

from __future__ import annotations

from sqlalchemy import literal
from sqlmodel import Session, col, select, update

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.money import read_money, say_money
from certify_app.domain.shop.errors import BadAmount, NotPaid, RefundTooLarge
from certify_app.domain.shop.models import CreditNote, Order, Payment, Refund, RefundSource
from certify_app.domain.shop.move_order import lock_order, move_order, write_log
from certify_app.domain.shop.providers import SeenRefund
from certify_app.domain.shop.statuses import (
    REFUND,
    OrderStatus,
    PaymentStatus,
    RefundStatus,
)
from certify_app.domain.shop.tell_learner import tell_learner
from certify_app.domain.shop.write_credit_note import credit_refund
from certify_app.domain.tokens import new_token


def ask_refund(
    session: Session,
    order: Order,
    amount: int,
    key: str,
    source: RefundSource,
    actor_id: int | None = None,
    reason: str = "",
) -> Refund:
    """Reserve a refund of `amount` minor units and send it by a job.

    The same key again is the same refund.

    Raises:
        NotPaid: there is no payment to refund.
        RefundTooLarge: more than is left of what was paid.
    """
    if known := session.exec(select(Refund).where(Refund.key == key)).first():
        return known
    payment = _paid_by(session, order)
    _reserve(session, order, amount)
    assert order.id
    assert payment.id
    refund = Refund(
        order_id=order.id,
        payment_id=payment.id,
        source=source,
        amount=amount,
        key=key,
        actor_id=actor_id,
        reason=reason[:300],
    )
    session.add(refund)
    session.flush()
    write_log(session, order, "refund", "", refund.status, actor_id, reason)
    if source == RefundSource.STAFF:
        record_act(session, "order_refunded", "order", order.id, actor_id, amount=amount)
    enqueue_job(session, "send_refund", {"refund_id": refund.id}, f"refund-{key}")
    return refund


def refund_by_staff(
    session: Session,
    order: Order,
    amount: str,
    reason: str,
    key: str,
    actor_id: int | None = None,
) -> Refund:
    """`amount` as typed, such as "12.50"; all that is left when empty.

    Raises:
        BadAmount, NotPaid, RefundTooLarge
    """
    lock_order(session, order)
    whole = order.total - order.refunded
    minor = read_money(amount, order.currency) if amount else whole
    if minor is None:
        raise BadAmount
    key = f"staff-{order.id}-{key or new_token()}"[:80]
    return ask_refund(session, order, minor, key, RefundSource.STAFF, actor_id, reason)


def _paid_by(session: Session, order: Order) -> Payment:
    payment = session.exec(
        select(Payment)
        .where(Payment.order_id == order.id, Payment.status == PaymentStatus.PAID)
        .order_by(col(Payment.settled_at))
    ).first()
    if payment is None:
        raise NotPaid
    return payment


def _reserve(session: Session, order: Order, amount: int) -> None:
    reserved = session.exec(
        update(Order)
        .where(
            col(Order.id) == order.id,
            col(Order.refunded) + amount <= col(Order.total),
            literal(amount) >= 1,
        )
        .values(refunded=Order.refunded + amount)
        .execution_options(synchronize_session=False)
    )
    session.refresh(order)
    if reserved.rowcount != 1:
        raise RefundTooLarge(left=say_money(order.total - order.refunded, order.currency))


def settle_refund(session: Session, refund_id: int, seen: SeenRefund, problem: str = "") -> None:
    """Move a refund to what the provider says; a failed one is free to be asked again."""
    refund = session.get_one(Refund, refund_id)
    if not REFUND.allows(refund.status, seen.status) or not _take(session, refund, seen, problem):
        return
    order = session.get_one(Order, refund.order_id)
    write_log(session, order, "refund", refund.status, seen.status, None, problem)
    if seen.status == RefundStatus.DONE:
        _tell(session, order, refund, credit_refund(session, order, refund))
    if refund.source == RefundSource.DUPLICATE:
        return
    if seen.status == RefundStatus.FAILED:
        _release(session, order, refund.amount)
    elif seen.status == RefundStatus.DONE:
        _close_if_all_is_back(session, order)


def note_outside_refund(session: Session, payment: Payment, seen: SeenRefund) -> None:
    """A refund made at the provider, by its own dashboard: keep it as ours."""
    order = session.get_one(Order, payment.order_id)
    if seen.status == RefundStatus.FAILED or _is_known(session, payment, seen):
        return
    _reserve(session, order, seen.amount)
    assert order.id
    assert payment.id
    refund = Refund(
        order_id=order.id,
        payment_id=payment.id,
        source=RefundSource.PROVIDER,
        amount=seen.amount,
        key=f"outside-{seen.reference}",
        reference=seen.reference,
    )
    session.add(refund)
    session.flush()
    assert refund.id
    settle_refund(session, refund.id, seen)


def _is_known(session: Session, payment: Payment, seen: SeenRefund) -> bool:
    """By its reference; or the whole payment goes back already, since it was one too many."""
    twice = (col(Refund.payment_id) == payment.id) & (col(Refund.source) == RefundSource.DUPLICATE)
    known = select(Refund.id).where((col(Refund.reference) == seen.reference) | twice)
    return session.exec(known).first() is not None


def _tell(session: Session, order: Order, refund: Refund, note: CreditNote | None) -> None:
    tell_learner(
        session,
        order,
        "order_refunded",
        f"credit_note {note.number}" if note else "",
        amount=refund.amount,
        currency=order.currency,
        in_vain=refund.source == RefundSource.DUPLICATE,
        has_credit_note=note is not None,
    )


def _take(session: Session, refund: Refund, seen: SeenRefund, problem: str) -> bool:
    taken = session.exec(
        update(Refund)
        .where(col(Refund.id) == refund.id, col(Refund.status) == refund.status)
        .values(
            status=seen.status,
            reference=seen.reference or refund.reference,
            problem=problem[:300],
            settled_at=now(),
        )
        .execution_options(synchronize_session=False)
    )
    return taken.rowcount == 1


def _release(session: Session, order: Order, amount: int) -> None:
    session.exec(
        update(Order)
        .where(col(Order.id) == order.id)
        .values(refunded=Order.refunded - amount)
        .execution_options(synchronize_session=False)
    )


def _close_if_all_is_back(session: Session, order: Order) -> None:
    session.refresh(order)
    running = session.exec(
        select(Refund.id).where(
            Refund.order_id == order.id,
            col(Refund.status).in_([RefundStatus.CREATED, RefundStatus.SENT]),
        )
    ).first()
    if order.refunded == order.total and running is None:
        move_order(session, order, OrderStatus.REFUNDED)
