"""Guide 5.3: viewing, finding, paying and cancelling orders."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from certify_app.domain.shop.fulfil_order import dispatch_order
from certify_app.domain.shop.mark_paid import mark_paid
from certify_app.domain.shop.models import CreditNote, Order
from certify_app.domain.shop.refund_order import refund_by_staff
from tests.browser.conftest import OpenPage
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal, served
from tests.browser.shop import has_ordered
from tests.browser.shop import shop as shop
from tests.waiting import wait_until


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    with served(tmp_path_factory.mktemp("demo"), CERTIFY_DEMO="true") as portal:
        yield portal


@pytest.fixture
def two_orders(shop: Portal) -> list[str]:
    """A pending one of £12.00, and a complete one of £6.00 that Olwen made for Jane."""
    jane, olwen = shop.people.jane, shop.people.olwen
    first = has_ordered(shop, jane, "unit-certificate", 1200)
    second = has_ordered(shop, jane, "confirmation-of-award", 600, created_by_id=olwen.id)
    with shop.db.write() as session:
        order = session.exec(select(Order).where(Order.number == second)).one()
        mark_paid(session, order, olwen.id, "bank transfer")
        dispatch_order(session, order, olwen.id, tracking_number="AB123456789GB")
    return [first, second]


@both_sizes
def test_the_list_shows_what_the_guide_shows(
    page: Page, shop: Portal, two_orders: list[str]
) -> None:
    be(page, shop, shop.people.jane)
    page.goto("/orders")
    expect(page.get_by_role("heading", name="Orders", level=1)).to_be_visible()
    expect(page.get_by_text("Showing 1 - 2 of 2")).to_be_visible()
    row = page.get_by_role("row").filter(has_text=two_orders[1])
    for words in ("Jane Doe", "Complete", "Collection", "£6.00", "Olwen Rees"):
        expect(row).to_contain_text(words)
    row.get_by_role("link", name="View order").click()
    expect(page.get_by_role("heading", name="Orders Details")).to_be_visible()


def test_columns_sort_up_and_down(page: Page, shop: Portal, two_orders: list[str]) -> None:
    be(page, shop, shop.people.jane)
    page.goto("/orders")
    head = page.get_by_role("columnheader", name="Total")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("row").nth(1)).to_contain_text("£6.00")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.get_by_role("row").nth(1)).to_contain_text("£12.00")
    page.reload()
    expect(page.get_by_role("row").nth(1)).to_contain_text("£12.00")


def test_on_a_phone_a_drop_down_sorts_and_a_button_turns_it_round(
    open_page: OpenPage, shop: Portal, two_orders: list[str]
) -> None:
    page = open_page("phone")
    be(page, shop, shop.people.jane)
    page.goto("/orders")
    page.get_by_label("Sort by").select_option(label="Total")
    expect(page.get_by_role("row").nth(1)).to_contain_text("£6.00")
    page.get_by_role("button", name="Ascending, turn round").click()
    expect(page.get_by_role("row").nth(1)).to_contain_text("£12.00")
    expect(page.get_by_role("button", name="Descending, turn round")).to_be_visible()
    expect(page).to_have_url(re.compile("sort=total"))


@both_sizes
def test_any_term_finds_an_order(page: Page, shop: Portal, two_orders: list[str]) -> None:
    be(page, shop, shop.people.jane)
    page.goto("/orders")
    page.get_by_label("Search for any term").press_sequentially("Confirm")
    expect(page.get_by_text("Showing 1 - 1 of 1")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text=two_orders[1])).to_be_visible()
    page.get_by_label("Search for any term").fill("zebra")
    expect(page.get_by_text("No orders match your search")).to_be_visible()


@both_sizes
def test_settings_opens_advanced_search_and_filters_are_chips(
    page: Page, shop: Portal, two_orders: list[str]
) -> None:
    be(page, shop, shop.people.jane)
    page.goto("/orders")
    page.get_by_role("button", name="Settings").click()
    panel = page.get_by_role("region", name="Advanced Search")
    for label in ("First Name", "Last Name", "Product", "Parent organisation", "Delivery Type"):
        expect(panel.get_by_label(label, exact=True)).to_be_visible()
    panel.get_by_label("Created By", exact=True).fill("Olwen")
    panel.get_by_label("Status", exact=True).select_option(label="Complete")
    panel.get_by_label("Total, Max").fill("10")
    panel.get_by_label("Date from").fill("01/01/2020")
    panel.get_by_role("button", name="Search").click()

    expect(page.get_by_text("Showing 1 - 1 of 1")).to_be_visible()
    expect(page.get_by_role("heading", name="Orders found")).to_be_focused()
    expect(page.get_by_role("button", name="Clear all")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("created_by=Olwen.*status=complete"))
    page.reload()
    expect(page.get_by_text("Showing 1 - 1 of 1")).to_be_visible()
    page.get_by_role("button", name="Remove filter: Status: Complete").click()
    page.get_by_role("button", name="Remove filter: Created By: Olwen").click()
    page.get_by_role("button", name="Remove filter: Total up to: 10").click()
    expect(page.get_by_text("Showing 1 - 2 of 2")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(re.compile("/orders/?$"))


def test_what_is_no_amount_or_day_is_named_and_filters_nothing(
    page: Page, shop: Portal, two_orders: list[str]
) -> None:
    be(page, shop, shop.people.jane)
    page.goto("/orders")
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Total, Min").fill("ten")
    page.get_by_label("Date to").fill("31/02/2026")
    page.get_by_role("button", name="Search", exact=True).click()
    problems = page.get_by_role("alert").filter(has_text="There is a problem")
    expect(problems).to_contain_text("Enter an amount, for example 12.50")
    expect(problems).to_contain_text("Enter a date such as 27/03/2027")
    expect(page.get_by_label("Total, Min")).to_have_value("ten")
    expect(page.get_by_text("Showing 1 - 2 of 2")).to_be_visible()


def credited(shop: Portal, number: str) -> None:
    """£2.00 of it are given back, and the worker has sent them."""
    with shop.db.write() as session:
        order = session.exec(select(Order).where(Order.number == number)).one()
        refund_by_staff(session, order, "2.00", "One copy was creased", "creased")
    wait_until(lambda: has_credit_note(shop), "the credit note is written")


def has_credit_note(shop: Portal) -> bool:
    with shop.db.read() as session:
        return session.exec(select(CreditNote.number)).first() is not None


@both_sizes
def test_an_order_tells_all_there_is(page: Page, shop: Portal, two_orders: list[str]) -> None:
    credited(shop, two_orders[1])
    be(page, shop, shop.people.jane)
    page.goto(f"/orders/{two_orders[1]}")
    for words in ("AB123456789GB", "£2.00 refunded", "Olwen Rees", "Confirmation of Award"):
        expect(page.get_by_role("main")).to_contain_text(words)
    for heading in ("Details", "Billing", "Delivery", "Summary", "Logs"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    for words in ("Order placed", "Payment received", "In print", "Sent", "Order complete"):
        expect(page.get_by_role("region", name="Logs")).to_contain_text(words)
    expect(page.get_by_role("button", name="Cancel order")).to_have_count(0)
    with page.expect_download() as loading:
        page.get_by_role("link", name=re.compile("^Download credit note .*£2.00$")).click()
    assert loading.value.suggested_filename.startswith("credit-note-")
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("heading", name="Orders", level=1)).to_be_visible()


@both_sizes
def test_an_order_is_cancelled_after_a_question(
    page: Page, shop: Portal, two_orders: list[str]
) -> None:
    be(page, shop, shop.people.jane)
    page.goto(f"/orders/{two_orders[0]}")
    page.get_by_role("button", name="Cancel order").click()
    sure = page.get_by_role("dialog", name="Cancel this order?")
    sure.get_by_role("button", name="Keep order").click()
    expect(sure).not_to_be_visible()
    page.get_by_role("button", name="Cancel order").click()
    sure.get_by_role("button", name="Cancel order").click()
    said = page.get_by_role("status").filter(has_text=f"Order {two_orders[0]} is cancelled.")
    expect(said).to_be_visible()
    expect(page.get_by_role("region", name="Logs")).to_contain_text("Order cancelled")
    expect(page.get_by_role("button", name="Pay")).to_have_count(0)


def test_the_dashboard_counts_orders_and_names_what_is_unpaid(
    page: Page, shop: Portal, two_orders: list[str]
) -> None:
    be(page, shop, shop.people.jane)
    page.goto("/dashboard")
    expect(page.get_by_text(f"Order {two_orders[0]} awaits payment of £12.00")).to_be_visible()
    page.get_by_role("link", name=f"View order {two_orders[0]}").click()
    page.get_by_role("button", name="Pay £12.00").click()
    page.get_by_role("button", name=re.compile("^Pay")).click()
    expect(page.get_by_text(f"Your order {two_orders[0]} is paid.")).to_be_visible()
    expect(page.get_by_text("1 processing")).to_be_visible()


def test_another_learner_s_order_is_not_there(
    page: Page, shop: Portal, two_orders: list[str]
) -> None:
    be(page, shop, shop.people.dave)
    page.goto(f"/orders/{two_orders[0]}")
    expect(page.get_by_role("main").get_by_text("There is no such order").first).to_be_visible()
    expect(page.get_by_text("£12.00")).to_have_count(0)
    page.goto(f"/dashboard?paid={two_orders[1]}")
    expect(page.get_by_text("is paid.")).to_have_count(0)
    page.goto("/orders")
    expect(page.get_by_text("You have no orders")).to_be_visible()
