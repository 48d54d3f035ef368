"""Talk with a provider between two units of work, never inside one.

Everything here may be repeated: a payment's key makes opening it again the same payment.
All raise ProviderTrouble when it is worth trying again, ProviderRefuses when not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from certify_app.adapters.payments.offered import provider_named
from certify_app.adapters.payments.stripe_checkout import PATIENCE
from certify_app.config import settings
from certify_app.db.engine import read_now, write_now
from certify_app.domain.shop.models import Payment, Refund, RefundSource
from certify_app.domain.shop.note_wrong_money import note_wrong_money
from certify_app.domain.shop.pay_order import RUNNING, note_opened, what_to_ask
from certify_app.domain.shop.providers import Seen, SeenRefund
from certify_app.domain.shop.refund_order import note_outside_refund, settle_refund
from certify_app.domain.shop.settle_payment import WrongMoney, settle_payment


@dataclass(frozen=True)
class Look:
    """What the provider says of a payment and of its refunds."""

    payment_id: int
    seen: Seen
    refunds: Sequence[SeenRefund] = ()


def open_payment(payment: Payment, seconds: float = PATIENCE) -> Payment:
    """The payment with its reference and page, made at the provider if it is not yet."""
    assert payment.id
    asked = read_now(what_to_ask, payment.id, settings().address)
    opened = provider_named(payment.provider, seconds).open(asked)
    write_now(note_opened, payment.id, opened)
    return read_now(Session.get_one, Payment, payment.id)


def look_at(payment: Payment, seconds: float = PATIENCE) -> Look:
    """Ask the provider; `payment` has a reference."""
    provider = provider_named(payment.provider, seconds)
    seen = provider.look(payment.reference or "")
    refunds = provider.refunds(seen.charge) if seen.charge else ()
    assert payment.id
    return Look(payment.id, seen, refunds)


def settle(session: Session, look: Look) -> None:
    """Bring the payment, its order and its refunds to what was seen.

    Raises:
        WrongMoney: nothing was changed.
    """
    settle_payment(session, look.payment_id, look.seen)
    payment = session.get_one(Payment, look.payment_id)
    for refund in look.refunds:
        ours = _ours(session, payment, refund)
        if ours and ours.id:
            settle_refund(session, ours.id, refund)
        else:
            note_outside_refund(session, payment, refund)


def settle_or_tell(session: Session, looks: Sequence[Look]) -> None:
    """Settle; money that is not what was asked for is left to people."""
    for look in looks:
        try:
            settle(session, look)
        except WrongMoney:
            note_wrong_money(session, look.payment_id)


def close_payments(order_id: int) -> list[Look]:
    """Shut every open page of an order; what the provider says of each afterwards."""
    looks = []
    for payment in read_now(running_payments, order_id):
        if not provider_named(payment.provider).is_online:
            continue
        opened = payment if payment.reference else open_payment(payment)
        provider_named(payment.provider).close(opened.reference or "")
        looks.append(look_at(opened))
    return looks


def running_payments(session: Session, order_id: int) -> Sequence[Payment]:
    return session.exec(
        select(Payment).where(Payment.order_id == order_id, col(Payment.status).in_(RUNNING))
    ).all()


def _ours(session: Session, payment: Payment, seen: SeenRefund) -> Refund | None:
    """The refund we asked for, by the key it carries; not one that we know from outside."""
    if not seen.key:
        return None
    return session.exec(
        select(Refund).where(
            Refund.key == seen.key,
            Refund.payment_id == payment.id,
            Refund.source != RefundSource.PROVIDER,
        )
    ).first()
