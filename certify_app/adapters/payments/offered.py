"""Which ways to pay this deployment has, from its settings."""

from __future__ import annotations

from certify_app.adapters.payments.by_hand import ByHand, Demo
from certify_app.adapters.payments.stripe_checkout import PATIENCE, StripeCheckout
from certify_app.config import settings
from certify_app.domain.shop.providers import PaymentProvider, ProviderRefuses


def provider_named(code: str, seconds: float = PATIENCE) -> PaymentProvider:
    """
    Raises:
        ProviderRefuses: no such way to pay here, or no longer.
    """
    try:
        return offered(seconds)[code]
    except KeyError:
        raise ProviderRefuses(f"{code} is not set up here.") from None


def offered(seconds: float = PATIENCE) -> dict[str, PaymentProvider]:
    """The ways to pay by their codes, the one to propose first.

    Stripe when its key is set, asked for at most so many seconds; the test page in
    demo mode without one; invoice and at collection always.
    """
    ways: list[PaymentProvider] = [ByHand("invoice"), ByHand("collection")]
    if key := settings().stripe_secret_key:
        ways.insert(0, StripeCheckout(key, settings().stripe_api_base, seconds))
    elif settings().demo:
        ways.insert(0, Demo())
    return {way.code: way for way in ways}
