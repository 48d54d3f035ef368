"""Guide 5.2.4, step 12: the payment provider's page, here the double's, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal, served
from tests.browser.shop import basket_holds, has_ordered, lives_at
from tests.browser.shop import shop as shop
from tests.browser.watch import Watch
from tests.stripe_double.rules import Account
from tests.stripe_double.server import stripe_double


@pytest.fixture(scope="module")
def stripe() -> Iterator[Account]:
    with stripe_double() as account:
        yield account


@pytest.fixture(scope="module")
def running(stripe: Account, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    settings = {
        "CERTIFY_STRIPE_SECRET_KEY": "sk_test_double",
        "CERTIFY_STRIPE_WEBHOOK_SECRET": stripe.webhooks.secret,
        "CERTIFY_STRIPE_API_BASE": stripe.base,
    }
    with served(tmp_path_factory.mktemp("stripe"), **settings) as portal:
        stripe.webhooks.url = f"{portal.address}/api/stripe/webhook"
        yield portal


@both_sizes
def test_an_order_is_paid_by_card(page: Page, shop: Portal, watch: Watch) -> None:
    watch.expect("status of 404")  # The double has no icon.
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "replacement-certificate")
    lives_at(shop, shop.people.jane)
    page.goto("/checkout")
    page.get_by_role("radio", name="Courier (UK)").check()
    expect(page.get_by_role("radio", name="Card")).to_be_checked()
    page.get_by_role("button", name="Pay £39.99").click()
    page.wait_for_url("**/c/pay/**")
    page.get_by_role("button", name="Pay 39.99 GBP").click()
    page.wait_for_url("**/dashboard?paid=*")
    expect(page.get_by_role("status").filter(has_text="is paid.")).to_be_visible()


def test_who_turns_round_finds_the_order_and_pays_it_later(
    page: Page, shop: Portal, watch: Watch
) -> None:
    watch.expect("status of 404")  # The double has no icon.
    number = has_ordered(shop, shop.people.jane, "unit-certificate", 1200, provider="stripe")
    be(page, shop, shop.people.jane)
    page.goto(f"/orders/{number}")
    page.get_by_role("button", name="Pay £12.00").click()
    page.get_by_role("link", name="Back").click()
    page.wait_for_url(f"**/orders/{number}*")
    page.get_by_role("button", name="Pay £12.00").click()
    page.get_by_role("button", name="Pay 12.00 GBP").click()
    page.wait_for_url(f"**/dashboard?paid={number}")
