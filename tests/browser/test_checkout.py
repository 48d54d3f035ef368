"""Guide 5.2.4: completing the purchase, from a card to the order and its invoice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session, col, func, select, update

from certify_app.domain.shop.models import BasketLine, Order, Product
from certify_app.domain.shop.statuses import OrderStatus
from tests.browser.conftest import OpenPage
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal, served
from tests.browser.shop import (
    add_to_basket_from_store,
    basket_holds,
    fill_address,
    lives_at,
    open_checkout,
    order_from_card,
    pay_on_test_page,
)
from tests.browser.shop import shop as shop


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """In demo mode, which offers the test payment."""
    with served(tmp_path_factory.mktemp("demo"), CERTIFY_DEMO="true") as portal:
        yield portal


def orders(portal: Portal) -> list[Order]:
    with portal.db.read() as session:
        return list(session.exec(select(Order).order_by(col(Order.id))))


@both_sizes
def test_two_certificates_go_to_a_new_address_and_are_paid(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    order_from_card(page)
    add_to_basket_from_store(page, "Replacement Certificate")
    add_to_basket_from_store(page, "Unit Certificate")
    open_checkout(page)
    fill_address(page)
    expect(page.get_by_role("button", name="Billing Address")).to_contain_text("40 Melrose Avenue")
    expect(page.get_by_role("button", name="Delivery Address")).to_contain_text("Same as billing")
    page.get_by_role("radio", name="2nd Class").check()
    summary = page.get_by_role("region", name="Summary")
    for words in ("Sub Total£35.00", "Shipping£3.33", "VAT£7.66", "Total£45.99"):
        expect(summary).to_contain_text(words)
    expect(summary).to_contain_text("Printed to order")
    pay_on_test_page(page, "£45.99")

    page.wait_for_url("**/dashboard?paid=*")
    [order] = orders(shop)
    thanks = page.get_by_role("status").filter(has_text=f"Your order {order.number} is paid.")
    expect(thanks).to_be_visible()
    thanks.get_by_role("link", name="View order").click()
    expect(page.get_by_role("heading", name="Orders Details")).to_be_visible()
    expect(page.get_by_role("region", name="Logs")).to_contain_text("Order paid")
    with page.expect_download() as loading:
        page.get_by_role("link", name="Download invoice").click()
    assert loading.value.suggested_filename.endswith(".pdf")
    page.get_by_role("link", name="Back").click()
    row = page.get_by_role("row").filter(has_text=order.number)
    for words in ("Jane Doe", "Processing", "2nd Class", "£45.99"):
        expect(row).to_contain_text(words)
    expect(page.get_by_role("button", name="Basket, 0 items")).to_be_visible()


@both_sizes
def test_an_order_by_invoice_says_how_to_pay(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    lives_at(shop, shop.people.jane)
    page.goto("/checkout")
    page.get_by_role("radio", name="1st Class").check()
    page.get_by_role("radio", name="Invoice").check()
    page.get_by_role("button", name="Order and pay £17.99 by invoice").click()

    page.wait_for_url("**/orders/*")
    [order] = orders(shop)
    expect(page.get_by_text(f"Thank you. Your order {order.number} is placed.")).to_be_visible()
    expect(page.get_by_text("Send £17.99 by bank transfer")).to_be_visible()
    expect(page.get_by_text("Payment reference")).to_be_visible()
    assert (order.status, order.payment_provider) == (OrderStatus.PENDING, "invoice")


def test_what_is_collected_may_be_paid_there_and_goes_nowhere(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    lives_at(shop, shop.people.jane)
    page.goto("/checkout")
    expect(page.get_by_role("radio", name="Pay when you collect")).to_have_count(0)
    page.get_by_role("radio", name="Collection").check()
    expect(page.get_by_role("button", name="Delivery Address")).to_contain_text("Not needed")
    page.get_by_role("radio", name="Pay when you collect").check()
    page.get_by_role("button", name="Order and pay £12.00 at collection").click()
    expect(page.get_by_text("Pay when you collect it")).to_be_visible()


def test_nothing_to_pay_is_placed_at_once(page: Page, shop: Portal) -> None:
    with shop.db.write() as session:
        session.exec(update(Product).values(free_allowance=1))
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    lives_at(shop, shop.people.jane)
    page.goto("/checkout")
    page.get_by_role("radio", name="Collection").check()
    expect(page.get_by_role("heading", name="Payment")).to_have_count(0)
    page.get_by_role("button", name="Place order").click()
    expect(page.get_by_text("is paid.")).to_be_visible()


def test_what_is_missing_is_named_and_led_to(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    page.goto("/checkout")
    page.get_by_role("button", name="Pay £12.00").click()
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Choose an address, or add one").click()
    expect(page.get_by_role("button", name="Billing Address")).to_be_focused()
    fill_address(page)
    page.get_by_role("button", name="Pay £12.00").click()
    expect(summary).to_contain_text("Choose how you want to get your order")
    page.get_by_role("radio", name="2nd Class").check()
    expect(summary).not_to_be_visible()
    assert orders(shop) == []


@both_sizes
def test_an_address_is_checked_by_its_country(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    page.goto("/checkout")
    page.get_by_role("button", name="+").first.click()
    box = page.get_by_role("dialog", name="Address details")
    box.get_by_role("button", name="Add", exact=True).click()
    problems = box.get_by_role("alert").filter(has_text="There is a problem")
    for part in ("first name", "last name", "address", "city", "postcode"):
        expect(problems).to_contain_text(f"Enter the {part}")
    box.get_by_label("First Name").fill("Siân-Éloïse Wilhelmina Featherstonehaugh")
    box.get_by_label("Last Name").fill("O’Neill-Łyś")
    box.get_by_label("Address", exact=True).fill("1 rue de la Paix")
    box.get_by_label("City").fill("Paris")
    box.get_by_label("Postcode").fill("CF3 5EA")
    box.get_by_label("Country").select_option(label="France")
    box.get_by_role("button", name="Add", exact=True).click()
    expect(problems).to_contain_text("CF3 5EA is not a postcode of this country")
    expect(box.get_by_label("City")).to_have_value("Paris")
    box.get_by_label("Postcode").fill("75002")
    box.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("2nd Class does not go to this country")).to_be_visible()
    expect(page.get_by_role("radio", name="2nd Class")).to_be_disabled()
    page.get_by_role("radio", name="Collection").check()


@both_sizes
def test_a_parcel_may_go_elsewhere_than_the_bill(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    lives_at(shop, shop.people.jane, lines="1 Office Park")
    lives_at(shop, shop.people.jane)
    page.goto("/checkout")
    page.get_by_role("button", name="Delivery Address").click()
    section = page.get_by_role("region", name="Delivery Address")
    section.get_by_role("radio", name="1 Office Park").check()
    expect(page.get_by_role("button", name="Delivery Address")).to_contain_text("1 Office Park")
    page.get_by_role("button", name=re.compile("^Delivery (?!Address)")).click()
    page.get_by_role("radio", name="2nd Class").check()
    expect(page).to_have_url(re.compile("by=second-class"))
    page.reload()
    expect(page.get_by_role("radio", name="2nd Class")).to_be_checked()
    expect(page.get_by_role("button", name="Delivery Address")).to_contain_text("1 Office Park")


def test_a_price_that_changed_is_shown_before_it_is_paid(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    lives_at(shop, shop.people.jane)
    page.goto("/checkout")
    page.get_by_role("radio", name="Collection").check()
    page.wait_for_url("**by=collection*")
    expect(page.get_by_role("button", name="Pay £12.00")).to_be_visible()
    with shop.db.write() as session:
        session.exec(update(Product).values(price=1300))
    page.get_by_role("button", name="Pay £12.00").click()
    expect(page.get_by_role("alert").filter(has_text="The total is now £13.00")).to_be_focused()
    pay_on_test_page(page, "£13.00")
    page.wait_for_url("**/dashboard?paid=*")
    assert [order.total for order in orders(shop)] == [1300]


def test_two_tabs_and_a_double_click_make_one_order(open_page: OpenPage, shop: Portal) -> None:
    one = open_page()
    be(one, shop, shop.people.jane)
    other = one.context.new_page()
    basket_holds(shop, shop.people.jane, "unit-certificate")
    lives_at(shop, shop.people.jane)
    for tab in (one, other):
        tab.goto("/checkout?by=collection")
        expect(tab.get_by_role("button", name="Pay £12.00")).to_be_visible()
        expect(tab.get_by_role("radio", name="Collection")).to_be_checked()
    one.get_by_role("button", name="Pay £12.00").dblclick()
    one.wait_for_url("**/demo/payment/**")
    other.get_by_role("button", name="Pay £12.00").click()
    other.wait_for_url("**/demo/payment/**")
    assert one.url == other.url
    assert len(orders(shop)) == 1
    with shop.db.read() as session:
        assert _basket_lines(session) == 0


def _basket_lines(session: Session) -> int:
    return session.exec(select(func.count()).select_from(BasketLine)).one()


def test_a_declined_payment_keeps_the_order(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    lives_at(shop, shop.people.jane)
    page.goto("/checkout?by=collection")
    page.get_by_role("button", name="Pay £12.00").click()
    page.get_by_role("button", name="Decline").click()
    page.wait_for_url("**/orders/*")
    expect(page.get_by_role("alert").filter(has_text="did not go through")).to_be_visible()
    page.get_by_role("button", name="Pay £12.00").click()
    page.get_by_role("button", name=re.compile("^Pay")).click()
    page.wait_for_url("**/dashboard?paid=*")
    assert len(orders(shop)) == 1


def test_an_empty_basket_cannot_be_checked_out(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    page.goto("/checkout")
    expect(page.get_by_text("There are no items in your basket")).to_be_visible()
    expect(page.get_by_role("button", name="Pay")).to_have_count(0)


def test_the_checkout_speaks_welsh(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    lives_at(shop, shop.people.jane)
    page.goto("/cy/checkout")
    page.get_by_role("radio", name="Ail Ddosbarth").check()
    expect(page.get_by_role("button", name="Talu £15.99")).to_be_visible()
