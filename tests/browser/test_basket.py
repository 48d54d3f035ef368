"""Guide 5.2.3: viewing the basket."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from sqlmodel import update

from certify_app.domain.shop.models import Product
from tests.browser.conftest import OpenPage
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.browser.shop import basket_holds
from tests.browser.shop import shop as shop


@both_sizes
def test_the_summary_leads_to_the_basket_where_it_is_changed(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "replacement-certificate")
    basket_holds(shop, shop.people.jane, "unit-certificate")
    page.goto("/dashboard")
    page.get_by_role("button", name="Basket, 2 items").click()
    expect(page.get_by_role("list", name="Basket")).to_contain_text("Replacement Certificate")
    page.get_by_role("link", name="Edit Basket").click()

    expect(page.get_by_role("heading", name="Basket", level=1)).to_be_visible()
    items = page.get_by_role("list", name="Items in your basket").get_by_role("listitem")
    unit = items.filter(has_text="Unit Certificate")
    unit.get_by_role("button", name="Quantity up").click()
    expect(unit).to_contain_text("£24.00")
    expect(page.get_by_role("status").filter(has_text="3 items, £54.00")).to_have_count(1)
    unit.get_by_role("button", name="Quantity down").click()
    expect(unit.get_by_role("textbox", name="Quantity")).to_have_value("1")
    unit.get_by_role("textbox", name="Quantity").fill("5")
    unit.get_by_role("textbox", name="Quantity").press("Enter")
    expect(unit).to_contain_text("£60.00")
    for name in ("Remove Unit Certificate", "Remove Replacement Certificate"):
        page.get_by_role("button", name=name).click()
    expect(page.get_by_text("There are no items in your basket")).to_be_visible()
    page.get_by_role("link", name="Shop").click()
    expect(page.get_by_role("heading", name="Store", level=1)).to_be_visible()


def test_a_quantity_that_is_none_changes_nothing(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate", 2)
    page.goto("/basket")
    box = page.get_by_role("textbox", name="Quantity")
    box.fill("two")
    box.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="from 1 to 99")).to_be_visible()
    expect(box).to_have_value("two")
    expect(page.get_by_role("button", name="Basket, 2 items")).to_be_visible()


def test_the_basket_follows_the_learner_to_another_device(
    open_page: OpenPage, shop: Portal
) -> None:
    desk, phone = open_page(), open_page("phone")
    be(desk, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate", 2)
    desk.goto("/basket")
    desk.get_by_role("button", name="Quantity up").click()
    expect(desk.get_by_role("button", name="Basket, 3 items")).to_be_visible()
    be(phone, shop, shop.people.jane)
    phone.goto("/basket")
    expect(phone.get_by_role("textbox", name="Quantity")).to_have_value("3")


def test_what_was_withdrawn_is_named_and_stands_in_the_way(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    basket_holds(shop, shop.people.jane, "unit-certificate")
    with shop.db.write() as session:
        session.exec(update(Product).values(on_sale=False))
    page.goto("/basket")
    expect(page.get_by_text("Unit Certificate can no longer be ordered")).to_be_visible()
    expect(page.get_by_role("link", name="Checkout")).to_have_count(0)


@both_sizes
def test_an_empty_basket_says_so_in_its_summary(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.mallory)
    page.goto("/dashboard")
    page.get_by_role("button", name="Basket, 0 items").click()
    expect(page.get_by_text("Your basket is empty")).to_be_visible()
    expect(page.get_by_role("link", name="Shop")).to_be_visible()
