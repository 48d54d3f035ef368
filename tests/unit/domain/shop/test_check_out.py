"""What stands on the checkout, and what completing it makes."""

from __future__ import annotations

import pytest
from sqlmodel import func, select, update

from certify_app.domain.shop.addresses import add_address
from certify_app.domain.shop.check_out import Seen, check_out
from certify_app.domain.shop.errors import (
    ChooseAddress,
    ChooseDelivery,
    ChooseWayToPay,
    SummaryChanged,
    TotalChanged,
)
from certify_app.domain.shop.fill_basket import (
    put_in_store,
    remove_from_basket,
    take_out_of_store,
)
from certify_app.domain.shop.models import DeliveryMethod, Order, Product
from certify_app.domain.shop.place_order import basket_key
from certify_app.domain.shop.show_checkout import Chosen, show_checkout
from certify_app.domain.shop.show_store import delivery_from, show_store
from certify_app.domain.shop.statuses import OrderStatus
from tests.people import id_of
from tests.unit.domain.shop.conftest import HOME

CODES = ["stripe", "invoice", "collection"]


def standing(shop, **chosen):
    with shop.db.read() as session:
        return show_checkout(session, shop.jane, Chosen(**chosen), CODES)


def buy(shop, total, **chosen):
    seen = Seen(shop.do(basket_key, shop.jane), total, standing(shop, **chosen).bill)
    return shop.do(check_out, shop.jane, Chosen(**chosen), seen, CODES)


def orders(shop):
    with shop.db.read() as session:
        return session.exec(select(func.count()).select_from(Order)).one()


def test_the_newest_address_bills_and_is_delivered_to_until_another_is_chosen(shop):
    shop.add("unit-certificate")
    new = shop.do(add_address, shop.jane, HOME | {"lines": "1 Office Park"})
    now = standing(shop)
    assert (now.billing.id, now.delivery.id, now.same) == (new.id, new.id, True)
    now = standing(shop, billing=str(shop.home), delivery=str(new.id))
    assert (now.billing.id, now.delivery.id, now.same) == (shop.home, new.id, False)


@pytest.mark.parametrize("anything", ["", "-1", "0", "x", "999999", "1 OR 1=1", "\x00"])
def test_what_is_not_there_is_not_chosen(shop, anything):
    shop.add("unit-certificate")
    now = standing(shop, billing=anything, delivery=anything, method=anything, way=anything)
    assert (now.billing.id, now.same, now.method, now.way) == (shop.home, True, None, "stripe")


def test_another_learner_s_address_is_not_there(shop):
    shop.add("unit-certificate")
    dave = shop.do(add_address, shop.people.dave.id, HOME)
    assert standing(shop, billing=str(dave.id), delivery=str(dave.id)).delivery.id == shop.home


def test_a_method_that_does_not_go_to_the_country_is_not_chosen(shop):
    shop.add("unit-certificate")
    paris = HOME | {"lines": "1 rue de la Paix", "city": "Paris", "postcode": "75002"}
    abroad = shop.do(add_address, shop.jane, paris | {"country": "FR"})
    assert standing(shop, billing=str(shop.home), method="second-class").method is not None
    assert standing(shop, delivery=str(abroad.id), method="second-class").method is None
    assert standing(shop, delivery=str(abroad.id), method="collection").is_collected


def test_only_what_is_collected_is_paid_at_collection(shop):
    shop.add("unit-certificate")
    assert standing(shop, method="second-class").ways == ["stripe", "invoice"]
    assert standing(shop, method="collection").ways == CODES
    with pytest.raises(ChooseWayToPay):
        buy(shop, 1599, method="second-class", way="collection")
    assert orders(shop) == 0


def test_an_order_names_what_is_yet_to_be_chosen(shop):
    shop.add("unit-certificate")
    with pytest.raises(ChooseDelivery):
        buy(shop, 1200, way="stripe")
    with pytest.raises(ChooseWayToPay):
        buy(shop, 1200, method="collection", way="cheque")
    with pytest.raises(ChooseAddress):
        seen = Seen("x", 0, ())
        shop.do(check_out, shop.people.mallory.id, Chosen(method="collection"), seen, CODES)
    assert orders(shop) == 0


def test_another_total_than_was_seen_makes_no_order(shop):
    shop.add("unit-certificate")
    with pytest.raises(TotalChanged):
        buy(shop, 1199, method="collection", way="invoice")
    assert orders(shop) == 0


def test_other_lines_of_the_same_total_make_no_order(shop):
    """In another tab the copy was exchanged for one of the same price."""
    with shop.db.write() as session:
        session.exec(update(Product).values(price=1200))
    shop.add("unit-certificate")
    bill = standing(shop, method="collection").bill
    unit, whole = shop.product("unit-certificate"), shop.product("replacement-certificate")
    shop.do(remove_from_basket, shop.jane, shop.award, unit.id)
    shop.add(whole.code)
    seen = Seen(shop.do(basket_key, shop.jane), 1200, bill)
    with pytest.raises(SummaryChanged):
        shop.do(check_out, shop.jane, Chosen(method="collection", way="invoice"), seen, CODES)
    assert orders(shop) == 0


def test_a_dearer_line_with_a_cheaper_delivery_makes_no_order(shop):
    shop.add("unit-certificate")
    chosen = {"method": "second-class", "way": "invoice"}
    seen = Seen(shop.do(basket_key, shop.jane), 1599, standing(shop, **chosen).bill)
    with shop.db.write() as session:
        session.exec(update(Product).values(price=Product.price + 99))
        session.exec(update(DeliveryMethod).values(price=300))
    with pytest.raises(SummaryChanged):
        shop.do(check_out, shop.jane, Chosen(**chosen), seen, CODES)
    assert orders(shop) == 0


def test_the_same_basket_makes_the_same_order(shop):
    shop.add("unit-certificate")
    bill = standing(shop, method="collection").bill
    seen = Seen(shop.do(basket_key, shop.jane), 1200, bill)
    chosen = Chosen(method="collection", way="invoice")
    first = shop.do(check_out, shop.jane, chosen, seen, CODES)
    again = shop.do(check_out, shop.jane, chosen, seen, CODES)
    assert (first.number, orders(shop)) == (again.number, 1)


def test_what_costs_nothing_is_paid_at_once(shop):
    with shop.db.write() as session:
        session.exec(update(Product).values(free_allowance=1))
    shop.add("unit-certificate")
    order = buy(shop, 0, method="collection", way="")
    assert (order.status, order.total) == (OrderStatus.PROCESSING, 0)


def store(shop, wanted=None):
    with shop.db.read() as session:
        return {shelf.product_code: shelf for shelf in show_store(session, shop.jane, wanted or {})}


def test_the_store_has_a_shelf_for_each_product_and_counts_the_basket(shop):
    with shop.db.write() as session:
        session.exec(update(Product).values(free_allowance=1))
    assert list(store(shop)) == [
        "replacement-certificate",
        "unit-certificate",
        "confirmation-of-award",
    ]
    shop.do(take_out_of_store, shop.jane, shop.award)
    assert not any(shelf.offers for shelf in store(shop).values())
    shop.do(put_in_store, shop.jane, shop.people.jane.awards[0].reference)
    shop.add("unit-certificate")
    [unit] = store(shop)["unit-certificate"].offers
    assert (unit.in_basket, unit.offer.free_left, unit.offer.amounts.gross) == (1, 0, 1200)
    [whole] = store(shop)["replacement-certificate"].offers
    assert (whole.in_basket, whole.offer.free_left, whole.offer.amounts.gross) == (0, 1, 0)


def test_a_quantity_wanted_in_the_store_is_priced(shop):
    shop.do(put_in_store, shop.jane, shop.people.jane.awards[0].reference)
    wanted = {(shop.award, id_of(shop.product("unit-certificate"))): 3}
    [unit] = store(shop, wanted)["unit-certificate"].offers
    assert unit.offer.amounts.gross == 3600


def test_delivery_is_from_the_lowest_price_of_what_is_sent(shop):
    with shop.db.read() as session:
        assert delivery_from(session) == 399
