"""Ask the provider about everything that has no end yet, and bring it to what is true there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from sqlmodel import Session, col, select

from certify_app.adapters.payments.offered import offered, provider_named
from certify_app.adapters.payments.talk import look_at, open_payment, settle_or_tell
from certify_app.db.engine import read_now, write_now
from certify_app.domain.clock import now
from certify_app.domain.shop.models import Order, Payment, Refund
from certify_app.domain.shop.pay_order import RUNNING
from certify_app.domain.shop.providers import ProviderRefuses, ProviderTrouble, Seen
from certify_app.domain.shop.refund_order import settle_refund
from certify_app.domain.shop.settle_payment import settle_payment
from certify_app.domain.shop.statuses import PaymentStatus, RefundStatus

KEY_LIVES = timedelta(hours=23)
"""Stripe knows a key for a day; asked with an older one, it would make another page."""


@dataclass
class Reconciled:
    """How many were asked about, what changed (order number, what, old, new), what failed."""

    payments: int = 0
    refunds: int = 0
    changed: list[dict[str, str]] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def reconcile(days: int = 30) -> Reconciled:
    """Payments without an end, those paid in the last days (for refunds made at the
    provider), and refunds on their way. Safe to run at any time and again."""
    report = Reconciled()
    online = [code for code, way in offered().items() if way.is_online]
    for payment, number in read_now(_payments, online, days):
        report.payments += 1
        _with_problems(report, number, partial(_payment, report, payment, number))
    for refund, payment, number in read_now(_refunds):
        report.refunds += 1
        _with_problems(report, number, partial(_refund, report, refund, payment, number))
    return report


def _with_problems(report: Reconciled, number: str, do: Callable[[], None]) -> None:
    """One that fails is noted, and the others still get their turn."""
    try:
        do()
    except (ProviderTrouble, ProviderRefuses) as problem:
        report.problems.append({"order": number, "problem": str(problem)})


def _payment(report: Reconciled, payment: Payment, number: str) -> None:
    old = payment.status
    if payment.reference is None and payment.created_at < now() - KEY_LIVES:
        # Nobody was ever shown its page, so nobody can have paid on it.
        seen = Seen(PaymentStatus.EXPIRED, payment.amount, payment.currency, "", payment.is_live)
        write_now(settle_payment, payment.id or 0, seen)
    else:
        known = payment if payment.reference else open_payment(payment)
        write_now(settle_or_tell, [look_at(known)])
    new = read_now(Session.get_one, Payment, payment.id).status
    _note(report, number, "payment", old, new)


def _refund(report: Reconciled, refund: Refund, payment: Payment, number: str) -> None:
    old = refund.status
    provider = provider_named(payment.provider)
    seen = provider.refund(payment.charge, refund.amount, refund.key)
    known = {one.reference: one for one in provider.refunds(payment.charge)}
    write_now(settle_refund, refund.id or 0, known.get(seen.reference, seen))
    new = read_now(Session.get_one, Refund, refund.id).status
    _note(report, number, "refund", old, new)


def _note(report: Reconciled, number: str, what: str, old: str, new: str) -> None:
    if old != new:
        report.changed.append({"order": number, "what": what, "old": str(old), "new": str(new)})


def _payments(
    session: Session, providers: Sequence[str], days: int
) -> Sequence[tuple[Payment, str]]:
    paid = (col(Payment.status) == PaymentStatus.PAID) & (
        col(Payment.settled_at) >= now() - timedelta(days=days)
    )
    return session.exec(
        select(Payment, Order.number)
        .join(Order, col(Order.id) == Payment.order_id)
        .where(col(Payment.provider).in_(providers), col(Payment.status).in_(RUNNING) | paid)
        .order_by(col(Payment.id))
    ).all()


def _refunds(session: Session) -> Sequence[tuple[Refund, Payment, str]]:
    return session.exec(
        select(Refund, Payment, Order.number)
        .join(Payment, col(Payment.id) == Refund.payment_id)
        .join(Order, col(Order.id) == Refund.order_id)
        .where(col(Refund.status).in_([RefundStatus.CREATED, RefundStatus.SENT]))
        .order_by(col(Refund.id))
    ).all()
