"""`python -m tests.stripe_double --port 8790 --webhook http://localhost:8000/api/stripe/webhook`"""

from __future__ import annotations

import argparse

import uvicorn

from tests.stripe_double.api import make_app
from tests.stripe_double.rules import Account


def main() -> None:
    asked = argparse.ArgumentParser(description="A Stripe to try the shop with.")
    asked.add_argument("--port", type=int, default=8790)
    asked.add_argument("--webhook", default="http://localhost:8000/api/stripe/webhook")
    options = asked.parse_args()
    base = f"http://127.0.0.1:{options.port}"
    account = Account(base)
    account.webhooks.url = options.webhook
    print("Start the portal with\n")
    print("  export CERTIFY_STRIPE_SECRET_KEY=sk_test_double")
    print(f"  export CERTIFY_STRIPE_WEBHOOK_SECRET={account.webhooks.secret}")
    print(f"  export CERTIFY_STRIPE_API_BASE={base}\n", flush=True)
    uvicorn.run(make_app(account), host="127.0.0.1", port=options.port, log_level="warning")


if __name__ == "__main__":
    main()
