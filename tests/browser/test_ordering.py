"""Guide 5, from a card to three orders: paid by card, to pay by invoice, and called off."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal, served
from tests.browser.shop import (
    add_to_basket_from_store,
    fill_address,
    open_checkout,
    order_from_card,
)
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
    with served(tmp_path_factory.mktemp("ordering"), **settings) as portal:
        stripe.webhooks.url = f"{portal.address}/api/stripe/webhook"
        yield portal


@both_sizes
def test_one_is_paid_by_card_one_waits_for_an_invoice_and_one_is_cancelled(
    page: Page, shop: Portal, watch: Watch
) -> None:
    watch.expect("status of 404")  # The double has no icon.
    be(page, shop, shop.people.jane)
    paid = by_card_to_a_new_address(page)
    waiting = by_invoice(page)
    cancelled = called_off(page)
    page.goto("/orders")
    expect(page.get_by_text("Showing 1 - 3 of 3")).to_be_visible()
    for number, status in ((paid, "Processing"), (waiting, "Pending"), (cancelled, "Cancelled")):
        expect(page.get_by_role("row").filter(has_text=number)).to_contain_text(status)


def by_card_to_a_new_address(page: Page) -> str:
    """Both certificates; the number of the order, found by its number and with its invoice."""
    order_from_card(page)
    add_to_basket_from_store(page, "Replacement Certificate")
    add_to_basket_from_store(page, "Unit Certificate")
    open_checkout(page)
    fill_address(page)
    page.get_by_role("radio", name="2nd Class").check()
    expect(page.get_by_role("radio", name="Card")).to_be_checked()
    page.get_by_role("button", name="Pay £45.99").click()
    page.wait_for_url("**/c/pay/**")
    page.get_by_role("button", name="Pay 45.99 GBP").click()
    page.wait_for_url("**/dashboard?paid=*")
    number = page.url.rpartition("=")[2]
    expect(page.get_by_role("status").filter(has_text=f"{number} is paid.")).to_be_visible()

    page.goto("/orders")
    page.get_by_label("Search for any term").fill(number)
    expect(page.get_by_text("Showing 1 - 1 of 1")).to_be_visible()
    page.get_by_role("link", name=f"View order {number}").click()
    logs = page.get_by_role("region", name="Logs")
    for words in ("Order placed", "Payment received", "Order paid"):
        expect(logs).to_contain_text(words)
    expect(page.get_by_role("main")).to_contain_text("40 Melrose Avenue")
    with page.expect_download() as loading:
        page.get_by_role("link", name="Download invoice").click()
    assert re.fullmatch(r"invoice-\d{6}\.pdf", loading.value.suggested_filename)
    return number


def by_invoice(page: Page) -> str:
    order_from_card(page)
    add_to_basket_from_store(page, "Unit Certificate")
    open_checkout(page)
    page.get_by_role("radio", name="1st Class").check()
    page.get_by_role("radio", name="Invoice").check()
    page.get_by_role("button", name="Order and pay £17.99 by invoice").click()
    page.wait_for_url("**/orders/*?payment=placed")
    expect(page.get_by_text("Send £17.99 by bank transfer")).to_be_visible()
    return number_in(page.url)


def called_off(page: Page) -> str:
    order_from_card(page)
    add_to_basket_from_store(page, "Confirmation of Award")
    open_checkout(page)
    page.get_by_role("radio", name="Collection").check()
    page.get_by_role("radio", name="Pay when you collect").check()
    page.get_by_role("button", name="Order and pay £6.00 at collection").click()
    page.wait_for_url("**/orders/*?payment=placed")
    page.get_by_role("button", name="Cancel order").click()
    sure = page.get_by_role("dialog", name="Cancel this order?")
    sure.get_by_role("button", name="Cancel order").click()
    expect(page.get_by_role("status").filter(has_text="is cancelled.")).to_be_visible()
    return number_in(page.url)


def number_in(address: str) -> str:
    found = re.search(r"/orders/(\d{8})", address)
    assert found
    return found.group(1)
