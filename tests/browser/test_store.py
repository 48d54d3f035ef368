"""Guide 5.2.1 and 5.2.2: Order on a card, and the Store."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from sqlmodel import select, update

from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.shop.models import Product
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.browser.shop import (
    CARE,
    add_to_basket_from_store,
    in_store,
    order_from_card,
    store_holds,
)
from tests.browser.shop import shop as shop
from tests.people import id_of


@both_sizes
def test_order_on_a_card_puts_the_award_into_the_store(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    order_from_card(page)

    offer = in_store(page, "Replacement Certificate")
    for words in ("£30.00", "delivery from £3.99", "0 free", "D1643835-01-3DCE7K"):
        expect(offer).to_contain_text(words)
    expect(in_store(page, "Unit Certificate")).to_contain_text("£12.00")


@both_sizes
def test_an_empty_store_says_so_for_each_product(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    page.goto("/store")
    for product in ("Replacement Certificate", "Unit Certificate", "Confirmation of Award"):
        shelf = page.get_by_role("region", name=product)
        expect(shelf).to_contain_text("You have no records of this type")
    page.get_by_role("link", name="View your documents").click()
    expect(page.get_by_role("heading", name="Documents and Badges")).to_be_visible()


def test_a_product_the_award_has_no_document_for_stays_empty(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    order_from_card(page, "Award in First Aid")
    expect(page.get_by_role("region", name="Unit Certificate")).to_contain_text(
        "You have no records of this type"
    )


@both_sizes
def test_what_is_added_is_counted_at_the_basket_and_said(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    store_holds(shop, shop.people.jane)
    page.goto("/store")
    offer = in_store(page, "Unit Certificate")
    offer.get_by_role("button", name="Quantity up").click()
    expect(offer).to_contain_text("£24.00")
    add_to_basket_from_store(page, "Unit Certificate")

    expect(page.get_by_role("button", name="Basket, 2 items")).to_be_visible()
    said = page.get_by_role("status").filter(has_text="Your basket now holds 2 items")
    expect(said).to_have_count(1)
    add_to_basket_from_store(page, "Unit Certificate")
    expect(page.get_by_role("button", name="Basket, 3 items")).to_be_visible()


def test_a_quantity_that_is_none_is_refused_and_stays_as_typed(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    store_holds(shop, shop.people.jane)
    page.goto("/store")
    offer = in_store(page, "Unit Certificate")
    box = offer.get_by_role("textbox", name="Quantity")
    for typed in ("two", "0", "-1", "1e9", "100"):
        box.fill(typed)
        offer.get_by_role("button", name="Add To Basket").click()
        expect(offer.get_by_role("alert")).to_have_text("Enter a quantity from 1 to 99")
        expect(box).to_have_value(typed)
    expect(page.get_by_role("button", name="Basket, 0 items")).to_be_visible()
    box.fill("3")
    offer.get_by_role("button", name="Add To Basket").click()
    expect(page.get_by_role("button", name="Basket, 3 items")).to_be_visible()


def test_a_free_copy_costs_nothing_and_the_next_one_does(page: Page, shop: Portal) -> None:
    with shop.db.write() as session:
        session.exec(update(Product).values(free_allowance=1))
    be(page, shop, shop.people.jane)
    store_holds(shop, shop.people.jane)
    page.goto("/store")
    offer = in_store(page, "Unit Certificate")
    expect(offer).to_contain_text("1 free")
    expect(offer).to_contain_text("£0.00")
    add_to_basket_from_store(page, "Unit Certificate")
    expect(offer).to_contain_text("0 free")
    expect(offer.get_by_text("£12.00")).to_have_count(2)


@both_sizes
def test_an_award_stays_in_the_store_until_it_is_removed(page: Page, shop: Portal) -> None:
    be(page, shop, shop.people.jane)
    store_holds(shop, shop.people.jane)
    page.goto("/store")
    offer = in_store(page, "Replacement Certificate")
    page.reload()
    offer.get_by_role("button", name="Remove from the Store").click()
    expect(offer).to_have_count(0)


def test_only_valid_awards_with_products_have_an_order_button(page: Page, shop: Portal) -> None:
    with shop.db.write() as session:
        revoked = session.get_one(Award, id_of(shop.people.jane.awards[0]))
        revoked.status = AwardStatus.REVOKED
        letter = session.exec(select(Product).where(Product.code == "confirmation-of-award")).one()
        letter.on_sale = False
    be(page, shop, shop.people.jane)
    page.goto("/documents")
    cards = page.get_by_role("article")
    welding = cards.filter(has_text="Award in Welding")
    expect(welding.get_by_role("button", name="Order")).to_be_visible()
    care = cards.filter(has_text=CARE).filter(has_text="Revoked")
    expect(care.first).to_be_visible()
    expect(care.get_by_role("button", name="Order")).to_have_count(0)
