from __future__ import annotations

import pytest

from certify_app.domain.shop.errors import BadQuantity, NoSuchAward, NotOnSale
from certify_app.domain.shop.fill_basket import (
    add_to_basket,
    change_quantity,
    put_in_store,
    remove_from_basket,
)
from certify_app.domain.shop.models import BasketLine, Product, StoreItem
from certify_app.domain.shop.queries import basket, basket_count, store
from tests.people import id_of
from tests.unit.domain.shop.conftest import count


def test_order_on_a_card_puts_every_product_of_its_papers_into_the_store(shop):
    with shop.db.read() as session:
        names = [offer.product_name for offer in store(session, shop.jane)]
    assert names == ["Replacement Certificate", "Unit Certificate", "Confirmation of Award"]


def test_ordering_a_card_twice_puts_it_into_the_store_once(shop):
    shop.do(put_in_store, shop.jane, shop.people.jane.awards[0].reference)
    with shop.db.read() as session:
        assert count(session, StoreItem) == 1


@pytest.mark.parametrize("who", ["dave", "mallory", "tracy", "olwen"])
def test_nobody_puts_anothers_award_into_the_store(shop, who):
    account_id = getattr(shop.people, who).id
    with pytest.raises(NoSuchAward):
        shop.do(put_in_store, account_id, shop.people.jane.awards[0].reference)


@pytest.mark.parametrize("who", ["dave", "mallory", "tracy", "olwen"])
def test_nobody_orders_anothers_award(shop, who):
    product_id = id_of(shop.product("unit-certificate"))
    with pytest.raises(NoSuchAward):
        shop.do(add_to_basket, getattr(shop.people, who).id, shop.award, product_id, 1)


def test_adding_again_adds_up(shop):
    shop.add("unit-certificate", 2)
    shop.add("unit-certificate", "3")
    with shop.db.read() as session:
        assert [offer.quantity for offer in basket(session, shop.jane)] == [5]
        assert basket_count(session, shop.jane) == 5


@pytest.mark.parametrize(
    "quantity", [0, -1, 10**9, "two", "", None, 1.5, True, {"a": 1}, "1e3", "९", "0x1", [1]]
)
def test_a_quantity_that_is_none_gets_a_sentence_and_changes_nothing(shop, quantity):
    shop.add("unit-certificate", 2)
    product_id = id_of(shop.product("unit-certificate"))
    for change in (add_to_basket, change_quantity):
        with pytest.raises(BadQuantity, match="Enter a quantity from 1 to 99"):
            shop.do(change, shop.jane, shop.award, product_id, quantity)
    with shop.db.read() as session:
        assert basket_count(session, shop.jane) == 2


def test_nobody_changes_or_removes_anothers_line(shop):
    shop.add("unit-certificate", 2)
    product_id = id_of(shop.product("unit-certificate"))
    shop.do(change_quantity, shop.people.dave.id, shop.award, product_id, 9)
    shop.do(remove_from_basket, shop.people.dave.id, shop.award, product_id)
    with shop.db.read() as session:
        assert basket_count(session, shop.jane) == 2


def test_a_withdrawn_product_cannot_be_added_and_is_marked_in_the_basket(shop):
    shop.add("unit-certificate")
    with shop.db.write() as session:
        session.get_one(Product, shop.product("unit-certificate").id).on_sale = False
    with pytest.raises(NotOnSale, match="Unit Certificate can no longer be ordered"):
        shop.add("unit-certificate")
    with shop.db.read() as session:
        assert [offer.on_sale for offer in basket(session, shop.jane)] == [False]


def test_removing_the_last_line_leaves_an_empty_basket(shop):
    shop.add("unit-certificate")
    product_id = id_of(shop.product("unit-certificate"))
    shop.do(remove_from_basket, shop.jane, shop.award, product_id)
    with shop.db.read() as session:
        assert count(session, BasketLine) == 0
