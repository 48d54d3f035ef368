"""Two tabs, or eight: what is done at the same moment is done once, or adds up."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlmodel import delete

from certify_app.domain.shop.errors import BadQuantity
from certify_app.domain.shop.fill_basket import add_to_basket, change_quantity, put_in_store
from certify_app.domain.shop.models import BasketLine, StoreItem
from certify_app.domain.shop.place_order import basket_key
from certify_app.domain.shop.queries import basket_count
from tests.people import id_of
from tests.unit.domain.shop.conftest import count

TABS = 8


def at_once(shop, use_case, *args):
    """In eight threads, as close together as can be; what each gave."""
    start = Barrier(TABS)

    def tab(_number):
        with shop.db.write() as session:
            start.wait() if not shop.db.is_sqlite else None
            return use_case(session, *args)

    with ThreadPoolExecutor(TABS) as tabs:
        return list(tabs.map(tab, range(TABS)))


def test_a_copy_added_in_eight_tabs_is_eight_copies_in_one_line(shop):
    unit = id_of(shop.product("unit-certificate"))
    at_once(shop, add_to_basket, shop.jane, shop.award, unit, 1)
    with shop.db.read() as session:
        assert (basket_count(session, shop.jane), count(session, BasketLine)) == (8, 1)


def test_an_award_put_into_the_store_in_eight_tabs_is_there_once(shop):
    shop.do(lambda session: session.exec(delete(StoreItem)))
    at_once(shop, put_in_store, shop.jane, shop.people.jane.awards[0].reference)
    with shop.db.read() as session:
        assert count(session, StoreItem) == 1


def test_eight_tabs_at_the_checkout_hold_one_basket(shop):
    assert len(set(at_once(shop, basket_key, shop.jane))) == 1


def test_no_more_than_ninety_nine_come_together(shop):
    unit = id_of(shop.product("unit-certificate"))
    shop.add("unit-certificate", 60)
    with pytest.raises(BadQuantity):
        at_once(shop, add_to_basket, shop.jane, shop.award, unit, 20)
    with shop.db.read() as session:
        assert basket_count(session, shop.jane) == 80
    at_once(shop, change_quantity, shop.jane, shop.award, unit, 7)
    with shop.db.read() as session:
        assert basket_count(session, shop.jane) == 7
