"""Settings that are right by themselves and wrong for a deployment that people use."""

from __future__ import annotations

from collections.abc import Iterator

from certify_app.build.places import workshop
from certify_app.config import settings
from certify_app.doctor.finding import Finding, problem, warning, well

LEAST_SECRET = 32
LIVE = ("sk_live_", "rk_live_")


def check_secret() -> Iterator[Finding]:
    secret = settings().secret
    if not secret:
        do = 'Set CERTIFY_SECRET to the output of: python3 -c "import secrets; '
        yield problem("secret", "CERTIFY_SECRET is not set.", do + 'print(secrets.token_hex(32))"')
    elif len(secret) < LEAST_SECRET or len(set(secret)) < 10:
        yield problem(
            "secret",
            "CERTIFY_SECRET could be guessed.",
            f"Use {LEAST_SECRET} random characters or more.",
        )
    else:
        yield well("secret", "CERTIFY_SECRET is set.")


def check_address() -> Iterator[Finding]:
    about, address = "public address", settings().public_url
    if not address:
        yield problem(
            about,
            "CERTIFY_PUBLIC_URL is not set, so links in mails lead to localhost.",
            "Set it to the address learners type, such as https://certificates.example.org.",
        )
    elif not settings().secure:
        yield problem(
            about,
            f"{address} is not encrypted.",
            "Put HTTPS in front (docs/operating/https.md) and write https:// there.",
        )
    else:
        yield well(about, f"Learners come to {address}.")
    if settings().secure and not settings().trusted_proxies:
        yield warning(
            about,
            "No proxy is trusted, so every visitor seems to come from the proxy's address.",
            "Set CERTIFY_TRUSTED_PROXIES to the number of your own proxies, usually 1.",
        )


def check_demo() -> Iterator[Finding]:
    if settings().demo and (settings().public_url or settings().stripe_secret_key):
        yield problem(
            "demo",
            "The demo is on: anybody may log in as anybody.",
            "Remove CERTIFY_DEMO and start anew with an empty data folder.",
        )
    if settings().demo and settings().stripe_secret_key.startswith(LIVE):
        yield problem("demo", "The demo has a live Stripe key.", "Use a test key in the demo.")


def check_pages() -> Iterator[Finding]:
    if (workshop() / ".web" / "build" / "pages.json").exists():
        yield well("pages", "The pages are built.")
    else:
        yield problem("pages", "The pages are not built.", "Run: certify build")
