"""Stripe hosted Checkout: the session retrieved is the truth, an event only a hint."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import stripe
from stripe.checkout import Session as CheckoutSession

from certify_app.domain.shop.providers import (
    Asked,
    AskedLine,
    Opened,
    ProviderRefuses,
    ProviderTrouble,
    Seen,
    SeenRefund,
)
from certify_app.domain.shop.statuses import PaymentStatus, RefundStatus
from certify_app.domain.shop.take_notice import Notice

REFUNDS = {
    "succeeded": RefundStatus.DONE,
    "pending": RefundStatus.SENT,
    "requires_action": RefundStatus.SENT,
    "failed": RefundStatus.FAILED,
    "canceled": RefundStatus.FAILED,
}
HEARD = {
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "charge.refunded",
    "charge.dispute.created",
    "charge.dispute.closed",
}
TOLERANCE = 300
OUR_KEY = "certify_payment"
PATIENCE = 20.0
MOST_LINES = 100
"""Stripe takes no more on one page."""


class BadSignature(Exception):
    """A notice that Stripe did not sign with our secret, or signed too long ago."""


class StripeCheckout:
    """Takes card payments on Stripe's own page."""

    code = "stripe"
    is_online = True

    def __init__(self, secret_key: str, api_base: str = "", seconds: float = PATIENCE) -> None:
        self.is_live = secret_key.startswith(("sk_live_", "rk_live_"))
        addresses: Any = {"api": api_base} if api_base else None
        self._client = stripe.StripeClient(
            secret_key,
            base_addresses=addresses,
            max_network_retries=2 if seconds >= PATIENCE else 0,
            http_client=_connections(seconds),
        )

    def open(self, asked: Asked) -> Opened:
        with _troubles():
            session = self._client.v1.checkout.sessions.create(
                _params(asked), {"idempotency_key": asked.key}
            )
        return Opened(session.id, session.url or "")

    def look(self, reference: str) -> Seen:
        with _troubles():
            session = self._client.v1.checkout.sessions.retrieve(
                reference, {"expand": ["payment_intent"]}
            )
        return Seen(
            status=_status(session),
            amount=session.amount_total or 0,
            currency=(session.currency or "").upper(),
            charge=_payment_intent(session),
            is_live=session.livemode,
        )

    def close(self, reference: str) -> None:
        """End an unpaid session, so that it cannot be paid after the order was called off."""
        with _troubles():
            if self._client.v1.checkout.sessions.retrieve(reference).status == "open":
                self._client.v1.checkout.sessions.expire(reference)

    def refund(self, charge: str, amount: int, key: str) -> SeenRefund:
        with _troubles():
            refund = self._client.v1.refunds.create(
                {"payment_intent": charge, "amount": amount, "metadata": {"certify_key": key}},
                {"idempotency_key": key},
            )
        return _seen_refund(refund)

    def refunds(self, charge: str) -> Sequence[SeenRefund]:
        with _troubles():
            found = self._client.v1.refunds.list({"payment_intent": charge, "limit": 100})
            return [_seen_refund(refund) for refund in found.auto_paging_iter()]

    def try_key(self) -> None:
        """Ask something that changes nothing.

        Raises:
            ProviderRefuses: the key is wrong or may not do what we need.
            ProviderTrouble
        """
        try:
            with _troubles():
                self._client.v1.refunds.list({"limit": 1})
        except ProviderTrouble as error:
            if isinstance(error.__cause__, stripe.AuthenticationError | stripe.PermissionError):
                raise ProviderRefuses(str(error)) from None
            raise


def read_event(body: bytes, signature: str, secret: str) -> Notice | None:
    """The notice in a signed webhook call; None for kinds we do not act on.

    Raises:
        BadSignature: missing, wrong, or older than five minutes.
    """
    try:
        text = body.decode()
        stripe.WebhookSignature.verify_header(text, signature, secret, TOLERANCE)
        event = json.loads(text)
        if event["type"] not in HEARD:
            return None
        return _notice(event)
    except (ValueError, KeyError, TypeError, stripe.SignatureVerificationError):
        raise BadSignature from None


def _notice(event: dict[str, Any]) -> Notice:
    about = event["data"]["object"]
    named = about["id"] if about["object"] == "checkout.session" else about.get("payment_intent")
    key = (about.get("metadata") or {}).get(OUR_KEY, "")
    return Notice(event["id"], "stripe", event["type"], named or "", event["livemode"], key)


@cache
def _connections(seconds: float) -> stripe.HTTPXClient:
    """Kept open between calls; the timeout is part of it."""
    return stripe.HTTPXClient(timeout=seconds, allow_sync_methods=True)


def _params(asked: Asked) -> Any:
    back = f"{asked.back_to}/payment/{asked.order_number}/back"
    ours = {OUR_KEY: asked.key, "certify_order": asked.order_number}
    lines = asked.lines
    if len(lines) > MOST_LINES:
        lines = (AskedLine(asked.order_number, asked.amount),)
    return {
        "mode": "payment",
        "client_reference_id": asked.order_number,
        "customer_email": asked.email,
        "locale": "en-GB",
        "success_url": f"{back}?done=1",
        "cancel_url": back,
        "metadata": ours,
        "payment_intent_data": {"metadata": ours},
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": asked.currency.lower(),
                    "unit_amount": line.amount,
                    "product_data": {"name": line.name[:250]},
                },
            }
            for line in lines
        ],
    }


def _status(session: CheckoutSession) -> PaymentStatus:
    if session.payment_status == "paid":
        return PaymentStatus.PAID
    if session.status == "expired":
        return PaymentStatus.EXPIRED
    if session.status == "open":
        return PaymentStatus.OPEN
    intent = session.payment_intent
    failed = getattr(intent, "status", "") in {"requires_payment_method", "canceled"}
    return PaymentStatus.FAILED if failed else PaymentStatus.PROCESSING


def _payment_intent(session: CheckoutSession) -> str:
    intent = session.payment_intent
    return intent if isinstance(intent, str) else (intent.id if intent else "")


def _seen_refund(refund: stripe.Refund) -> SeenRefund:
    metadata: Any = refund.metadata or {}
    key = str(metadata["certify_key"]) if "certify_key" in metadata else ""
    return SeenRefund(refund.id, REFUNDS[refund.status or "pending"], refund.amount, key)


@contextmanager
def _troubles() -> Iterator[None]:
    try:
        yield
    except (stripe.InvalidRequestError, stripe.CardError, stripe.IdempotencyError) as error:
        raise ProviderRefuses(error.user_message or str(error)) from error
    except stripe.StripeError as error:
        raise ProviderTrouble(str(error)) from error
