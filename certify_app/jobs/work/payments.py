"""What the shop asks of a payment provider, outside any request."""

from __future__ import annotations

from functools import partial

from sqlmodel import Session

from certify_app.adapters.payments.offered import provider_named
from certify_app.adapters.payments.talk import (
    Look,
    close_payments,
    look_at,
    open_payment,
    settle_or_tell,
)
from certify_app.db.engine import read_now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.errors import GiveUp
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.shop.models import Payment, Refund
from certify_app.domain.shop.note_dispute import note_dispute
from certify_app.domain.shop.overdue_orders import expire_order
from certify_app.domain.shop.providers import ProviderRefuses, SeenRefund
from certify_app.domain.shop.refund_order import settle_refund
from certify_app.domain.shop.statuses import RefundStatus
from certify_app.domain.shop.take_notice import payment_named
from certify_app.jobs.registry import job

DISPUTE = "charge.dispute."


@job("read_notice")
def read_notice(claim: Claim) -> Effect | None:
    """An event is a hint that something happened: look, then settle."""
    args = claim.args
    payment = read_now(payment_named, args["provider"], args["object_id"], args.get("key", ""))
    if payment is None:
        return None
    if args["kind"].startswith(DISPUTE):
        opened = not args["kind"].endswith("closed")
        return partial(note_dispute, order_id=payment.order_id, opened=opened)
    return _look(payment)


@job("look_at_payment")
def look_at_payment(claim: Claim) -> Effect | None:
    """The browser came back, or a payment waits for long: look, then settle."""
    return _look(read_now(Session.get_one, Payment, claim.args["payment_id"]))


def _look(payment: Payment) -> Effect | None:
    if not provider_named(payment.provider).is_online:
        return None
    try:
        known = payment if payment.reference else open_payment(payment)
        return partial(settle_or_tell, looks=[look_at(known)])
    except ProviderRefuses as error:
        raise GiveUp(problem=str(error)) from error


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


@job("close_payments")
def close(claim: Claim) -> Effect | None:
    """The order is paid or called off: nobody can pay on a page that is still open."""
    looks = _closed(claim.args["order_id"])
    return partial(settle_or_tell, looks=looks) if looks else None


@job("expire_order")
def expire(claim: Claim) -> Effect:
    """Shut its payment pages first, so that what is called off cannot be paid."""
    order_id = claim.args["order_id"]
    looks = _closed(order_id)

    def effect(session: Session) -> None:
        settle_or_tell(session, looks)
        expire_order(session, order_id)

    return effect


def _closed(order_id: int) -> list[Look]:
    try:
        return close_payments(order_id)
    except ProviderRefuses as error:
        raise GiveUp(problem=str(error)) from error


def _refund(session: Session, refund_id: int) -> tuple[Refund, Payment]:
    refund = session.get_one(Refund, refund_id)
    return refund, session.get_one(Payment, refund.payment_id)
