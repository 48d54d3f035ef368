"""Mail server, Stripe, Redis and the portal's own address, each really asked."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator

from redis import Redis
from redis.exceptions import RedisError

from certify_app.adapters.payments.stripe_checkout import StripeCheckout
from certify_app.adapters.smtp import Smtp
from certify_app.config import settings
from certify_app.doctor.finding import Finding, problem, warning, well
from certify_app.domain.jobs.errors import GiveUp, TryAgain
from certify_app.domain.shop.providers import ProviderRefuses, ProviderTrouble

SECONDS = 6
LIVE = ("sk_live_", "rk_live_")


def check_mail() -> Iterator[Finding]:
    if not settings().smtp_url:
        yield problem(
            "mail",
            "No mail server is set, so mails wait.",
            "Set CERTIFY_SMTP_URL, such as smtp://user:password@mail.example.org:587",
        )
        return
    try:
        Smtp(settings().smtp_url, settings().mail_from).try_login()
    except (TryAgain, GiveUp) as error:
        do = "Check host, port, user and password of CERTIFY_SMTP_URL."
        yield problem("mail", f"{error}.", do)
    else:
        yield well("mail", "The mail server takes our login.")
    for name, address in (
        ("CERTIFY_MAIL_FROM", settings().mail_from),
        ("CERTIFY_REPORTS_EMAIL", settings().reports_email),
    ):
        if "localhost" in address:
            yield problem("mail", f"{name} is not set.", f"Set {name} to an address of yours.")


def check_stripe() -> Iterator[Finding]:
    key = settings().stripe_secret_key
    if not key:
        yield well("payment", "No Stripe key: orders are paid by invoice or at collection.")
        return
    try:
        StripeCheckout(key, settings().stripe_api_base, SECONDS).try_key()
    except ProviderRefuses:
        yield problem("payment", "Stripe refuses the key.", "Copy CERTIFY_STRIPE_SECRET_KEY anew.")
        return
    except ProviderTrouble:
        yield problem("payment", "Stripe cannot be reached.", "Check the network, then try again.")
        return
    kind = "live" if key.startswith(LIVE) else "test"
    yield well("payment", f"Stripe takes the {kind} key.")
    if not settings().stripe_webhook_secret:
        yield problem(
            "payment",
            "CERTIFY_STRIPE_WEBHOOK_SECRET is not set, so notices are refused.",
            f"Add {settings().address}/api/stripe/webhook in Stripe and copy its secret.",
        )


def check_redis() -> Iterator[Finding]:
    if not settings().redis_url:
        return
    try:
        Redis.from_url(settings().redis_url, socket_timeout=SECONDS).ping()
    except (RedisError, OSError):
        yield problem("redis", "Redis does not answer.", "See that it runs at CERTIFY_REDIS_URL.")
    else:
        yield well("redis", "Redis answers.")


def check_own_address() -> Iterator[Finding]:
    """What learners' browsers meet: name, certificate, proxy and portal."""
    if not settings().public_url:
        return
    about, address = "public address", f"{settings().public_url}/healthz"
    if not address.startswith(("http://", "https://")):
        return
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310
            said = answer.read(100)
    except urllib.error.HTTPError as error:
        yield problem(about, f"It answers {error.code}.", "See that the proxy leads to Certify.")
        return
    except OSError as error:
        reason = getattr(error, "reason", error)
        do = "Check the name, the proxy and its certificate. It may only be closed from here."
        yield warning(about, f"It cannot be reached from here: {reason}.", do)
        return
    if b'"ok"' in said:
        yield well(about, "It leads to this portal.")
    else:
        do = "See that the proxy leads to Certify."
        yield problem(about, "Something else answers there.", do)
