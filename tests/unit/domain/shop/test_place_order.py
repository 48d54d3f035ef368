from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from certify_app.domain.shop.errors import (
    ChooseAddress,
    ChooseDelivery,
    DoesNotDeliverThere,
    NothingToOrder,
    NotOnSale,
    TotalChanged,
)
from certify_app.domain.shop.models import FreeCopies, Order, OrderLine, Product
from certify_app.domain.shop.place_order import place_order
from certify_app.domain.shop.queries import basket_count, store
from certify_app.domain.shop.statuses import OrderStatus


def test_the_guides_order_costs_ten_pounds_and_two_of_vat(shop):
    order = shop.order()
    assert (order.lines_net, order.delivery_net, order.vat, order.total) == (1000, 0, 200, 1200)
    assert order.status == OrderStatus.PENDING


def test_delivery_is_added_net_with_its_vat(shop):
    shop.add("unit-certificate", 2)
    order = shop.do(place_order, shop.jane, shop.choice(2400 + 399, "second-class"))
    assert (order.lines_net, order.delivery_net, order.vat) == (2000, 333, 466)


def test_an_order_empties_basket_and_store(shop):
    shop.order()
    with shop.db.read() as session:
        assert basket_count(session, shop.jane) == 0
        assert store(session, shop.jane) == []


def test_a_later_price_leaves_the_order_as_it_was(shop):
    order = shop.order()
    with shop.db.write() as session:
        session.get_one(Product, shop.product("unit-certificate").id).price = 9900
    with shop.db.read() as session:
        line = session.exec(select(OrderLine)).one()
    assert (line.gross, shop.fresh(order).total) == (1200, 1200)


def test_a_price_that_changed_before_paying_is_said_and_nothing_is_ordered(shop):
    shop.add("unit-certificate")
    with shop.db.write() as session:
        session.get_one(Product, shop.product("unit-certificate").id).price = 1500
    with pytest.raises(TotalChanged, match="The total is now £15.00"):
        shop.do(place_order, shop.jane, shop.choice(1200))
    with shop.db.read() as session:
        assert session.exec(select(Order)).all() == []
        assert basket_count(session, shop.jane) == 1


def test_a_product_withdrawn_meanwhile_is_named(shop):
    shop.add("unit-certificate")
    with shop.db.write() as session:
        session.get_one(Product, shop.product("unit-certificate").id).on_sale = False
    with pytest.raises(NotOnSale, match="Unit Certificate"):
        shop.do(place_order, shop.jane, shop.choice(1200))


def test_one_basket_sent_from_eight_tabs_makes_one_order(shop):
    shop.add("unit-certificate")
    choice = shop.choice(1200)
    with ThreadPoolExecutor(8) as tabs:
        orders = list(tabs.map(lambda _: shop.do(place_order, shop.jane, choice), range(8)))
    assert len({order.number for order in orders}) == 1
    with shop.db.read() as session:
        assert len(session.exec(select(OrderLine)).all()) == 1


def test_an_empty_basket_orders_nothing(shop):
    with pytest.raises(NothingToOrder):
        shop.do(place_order, shop.jane, shop.choice(0))


def test_another_learners_basket_key_is_no_order_of_mine(shop):
    order = shop.order()
    choice = shop.choice(1200, basket_key=order.basket_key)
    with pytest.raises(NothingToOrder):
        shop.do(place_order, shop.people.dave.id, choice)


@pytest.mark.parametrize("field", ["billing_id", "delivery_id"])
def test_another_learners_address_is_not_to_be_had(shop, field):
    from certify_app.domain.shop.addresses import add_address
    from tests.unit.domain.shop.conftest import HOME

    daves = shop.do(add_address, shop.people.dave.id, HOME)
    shop.add("unit-certificate")
    with pytest.raises(ChooseAddress):
        choice = shop.choice(1200 + 399, "second-class", **{field: daves.id})
        shop.do(place_order, shop.jane, choice)


def test_a_delivery_method_that_is_not_offered_is_refused(shop):
    shop.add("unit-certificate")
    with pytest.raises(ChooseDelivery):
        shop.do(place_order, shop.jane, shop.choice(1200, "pigeon"))


def test_a_method_says_when_it_does_not_go_to_a_country(shop):
    from certify_app.domain.shop.addresses import add_address

    abroad = shop.do(
        add_address,
        shop.jane,
        {
            "first_name": "Jane",
            "last_name": "Doe",
            "lines": "1 rue de la Paix",
            "city": "Paris",
            "postcode": "75002",
            "country": "FR",
        },
    )
    shop.add("unit-certificate")
    with pytest.raises(DoesNotDeliverThere, match="2nd Class does not go to this country"):
        choice = shop.choice(1200 + 399, "second-class", delivery_id=abroad.id)
        shop.do(place_order, shop.jane, choice)


def test_the_free_allowance_is_for_life_and_never_passed_in_parallel(shop):
    with shop.db.write() as session:
        session.get_one(Product, shop.product("unit-certificate").id).free_allowance = 1
    shop.add("unit-certificate", 2)
    order = shop.do(place_order, shop.jane, shop.choice(1200))
    with shop.db.read() as session:
        line = session.exec(select(OrderLine)).one()
        used = session.exec(select(FreeCopies)).one().used
    assert (line.free, line.gross, order.total, used) == (1, 1200, 1200, 1)
    shop.add("unit-certificate")
    again = shop.do(place_order, shop.jane, shop.choice(1200))
    assert again.total == 1200


def test_the_database_refuses_a_total_that_is_not_its_parts(shop):
    order = shop.order()
    with pytest.raises(IntegrityError), shop.db.write() as session:
        session.get_one(Order, order.id).total = 1300
        session.flush()
