"""Which ways to pay this deployment has, from its settings."""

from __future__ import annotations

from certify_app.adapters.payments.by_hand import ByHand, Demo
from certify_app.adapters.payments.stripe_checkout import StripeCheckout
from certify_app.config import settings
from certify_app.domain.shop.providers import PaymentProvider


def provider_named(code: str) -> PaymentProvider:
    """
    Raises:
        KeyError: no such way to pay here.
    """
    return offered()[code]


def offered() -> dict[str, PaymentProvider]:
    """The ways to pay by their codes, the one to propose first.

    Stripe when its key is set; the test page in demo mode without one; invoice and
    at collection always.
    """
    ways: list[PaymentProvider] = [ByHand("invoice"), ByHand("collection")]
    if settings().stripe_secret_key:
        ways.insert(0, StripeCheckout(settings().stripe_secret_key, settings().stripe_api_base))
    elif settings().demo:
        ways.insert(0, Demo(settings().address))
    return {way.code: way for way in ways}
