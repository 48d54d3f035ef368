"""What the shop asks of a payment provider, outside any request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session

from certify_app.adapters.payments.offered import provider_named
from certify_app.db.engine import read_now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.shop.models import Payment, Refund
from certify_app.domain.shop.overdue_orders import expire_unpaid_orders, remind_of_unpaid_orders
from certify_app.domain.shop.providers import ProviderRefuses, Seen, SeenRefund
from certify_app.domain.shop.refund_order import note_outside_refund, settle_refund
from certify_app.domain.shop.settle_payment import settle_payment
from certify_app.domain.shop.statuses import RefundStatus
from certify_app.domain.shop.take_notice import payment_named
from certify_app.jobs.registry import job


@dataclass(frozen=True)
class Look:
    """What the provider says of a payment and of its refunds."""

    payment_id: int
    seen: Seen
    refunds: Sequence[SeenRefund]


def look_at(payment: Payment) -> Look:
    """Ask the provider; raises ProviderTrouble and ProviderRefuses."""
    provider = provider_named(payment.provider)
    seen = provider.look(payment.reference or "")
    refunds = provider.refunds(seen.charge) if seen.charge else ()
    assert payment.id
    return Look(payment.id, seen, refunds)


def settle(session: Session, look: Look) -> None:
    """Bring the payment, its order and its refunds to what was seen."""
    settle_payment(session, look.payment_id, look.seen)
    payment = session.get_one(Payment, look.payment_id)
    for refund in look.refunds:
        if refund.key:
            _settle_ours(session, refund)
        else:
            note_outside_refund(session, payment, refund)


@job("read_notice")
def read_notice(claim: Claim) -> Effect | None:
    """An event is a hint that something happened: look, then settle."""
    payment = read_now(payment_named, claim.args["provider"], claim.args["object_id"])
    return partial(settle, look=look_at(payment)) if payment else None


@job("look_at_payment")
def look_at_payment(claim: Claim) -> Effect | None:
    """The browser came back, or a payment waits for long: look, then settle."""
    payment = read_now(_payment, claim.args["payment_id"])
    return partial(settle, look=look_at(payment)) if payment.reference else None


@job("send_refund")
def send_refund(claim: Claim) -> Effect:
    """Ask the provider for a refund; its key makes a repeat the same refund."""
    refund, payment = read_now(_refund, claim.args["refund_id"])
    assert refund.id
    try:
        seen = provider_named(payment.provider).refund(payment.charge, refund.amount, refund.key)
    except ProviderRefuses as error:
        seen = SeenRefund("", RefundStatus.FAILED, refund.amount, refund.key)
        return partial(settle_refund, refund_id=refund.id, seen=seen, problem=str(error))
    return partial(settle_refund, refund_id=refund.id, seen=seen)


@job("remind_of_unpaid_orders")
def remind(_claim: Claim) -> Effect:
    return remind_of_unpaid_orders


@job("expire_unpaid_orders")
def expire(_claim: Claim) -> Effect:
    return expire_unpaid_orders


def _payment(session: Session, payment_id: int) -> Payment:
    return session.get_one(Payment, payment_id)


def _refund(session: Session, refund_id: int) -> tuple[Refund, Payment]:
    refund = session.get_one(Refund, refund_id)
    return refund, session.get_one(Payment, refund.payment_id)


def _settle_ours(session: Session, seen: SeenRefund) -> None:
    from sqlmodel import select

    ours = session.exec(select(Refund.id).where(Refund.key == seen.key)).first()
    if ours:
        settle_refund(session, ours, seen)
