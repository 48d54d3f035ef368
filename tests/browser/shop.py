"""Short ways through the shop, as a person goes them: by labels and roles."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import select

from certify_app.domain.shop.addresses import add_address
from certify_app.domain.shop.fill_basket import add_to_basket, put_in_store
from certify_app.domain.shop.models import Order, Product
from certify_app.domain.shop.place_order import Choice, basket_key, place_order
from certify_app.domain.shop.stock_shop import stock_shop
from tests.browser.portal import Portal
from tests.people import Person, id_of

CARE = "Diploma in Adult Care"
HOME = {
    "First Name": "Jane",
    "Last Name": "Doe",
    "Address": "40 Melrose Avenue",
    "City": "Cardiff",
    "Postcode": "CF3 5EA",
}


@pytest.fixture
def shop(portal: Portal) -> Portal:
    """The portal with products and delivery methods."""
    with portal.db.write() as session:
        stock_shop(session)
    return portal


def order_from_card(page: Page, title: str = CARE) -> None:
    """Guide 5.2.1."""
    page.goto("/documents")
    card = page.get_by_role("article").filter(has_text=title)
    card.get_by_role("button", name="Order").click()
    expect(page.get_by_role("heading", name="Store", level=1)).to_be_visible()


def in_store(page: Page, product: str, title: str = CARE) -> Locator:
    return page.get_by_role("article", name=f"{product} - {title}")


def add_to_basket_from_store(page: Page, product: str) -> None:
    """Guide 5.2.2."""
    in_store(page, product).get_by_role("button", name="Add To Basket").click()
    expect(in_store(page, product).get_by_text("in your basket")).to_be_visible()


def open_checkout(page: Page) -> None:
    """Guide 5.2.3, steps 1 and 2."""
    page.get_by_role("button", name=re.compile("^Basket, ")).click()
    page.get_by_role("link", name="Checkout").click()
    expect(page.get_by_role("heading", name="Checkout", level=1)).to_be_visible()


def fill_address(page: Page, **changes: str) -> None:
    """Guide 5.2.4, steps 3 to 5."""
    page.get_by_role("button", name="+").first.click()
    box = page.get_by_role("dialog", name="Address details")
    for label, value in (HOME | changes).items():
        box.get_by_label(label, exact=True).fill(value)
    box.get_by_role("button", name="Add", exact=True).click()
    expect(box).not_to_be_visible()


def pay_on_test_page(page: Page, amount: str) -> None:
    page.get_by_role("button", name=f"Pay {amount}").click()
    page.wait_for_url("**/demo/payment/**")
    page.get_by_role("button", name=re.compile("^Pay")).click()


def store_holds(portal: Portal, person: Person) -> None:
    """The person's first award is in the Store."""
    with portal.db.write() as session:
        put_in_store(session, person.id, person.awards[0].reference)


def basket_holds(portal: Portal, person: Person, code: str, quantity: int = 1) -> None:
    with portal.db.write() as session:
        product = session.exec(select(Product).where(Product.code == code)).one()
        award = id_of(person.awards[0])
        add_to_basket(session, person.id, award, id_of(product), quantity)


def lives_at(portal: Portal, person: Person, **changes: str) -> int:
    typed = {
        "first_name": "Jane",
        "last_name": "Doe",
        "lines": "40 Melrose Avenue",
        "city": "Cardiff",
        "postcode": "CF3 5EA",
        "country": "GB",
    }
    with portal.db.write() as session:
        return id_of(add_address(session, person.id, typed | changes))


def has_ordered(portal: Portal, person: Person, code: str, total: int, **changes: object) -> str:
    """The number of an unpaid order of one product, collected; by invoice."""
    basket_holds(portal, person, code)
    home = lives_at(portal, person)
    with portal.db.write() as session:
        asked: dict[str, object] = {
            "basket_key": basket_key(session, person.id),
            "billing_id": home,
            "delivery_id": home,
            "method_code": "collection",
            "provider": "invoice",
            "seen_total": total,
        }
        order: Order = place_order(session, person.id, Choice(**(asked | changes)))  # type: ignore[arg-type]
        return order.number
