from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import update

from certify_app.domain.learners.models import Learner, Organisation
from certify_app.domain.shop import list_orders as module
from certify_app.domain.shop.fill_basket import add_to_basket
from certify_app.domain.shop.list_orders import Wanted, list_orders
from certify_app.domain.shop.order_details import order_details
from certify_app.domain.shop.place_order import place_order
from certify_app.domain.shop.statuses import OrderStatus
from tests.clock import START
from tests.people import id_of
from tests.unit.domain.shop.conftest import HOME


def listed(shop, account_id=None, **wanted):
    with shop.db.read() as session:
        return list_orders(session, Wanted(**wanted), account_id)


def numbers(shop, account_id=None, **wanted):
    return [row.number for row in listed(shop, account_id, **wanted).rows]


@pytest.fixture(params=["few", "many"])
def orders(request, shop, clock, monkeypatch):
    """Three orders a day apart: Jane's two, the second by Olwen, and Dave's."""
    from certify_app.domain.shop.addresses import add_address

    if request.param == "many":
        monkeypatch.setattr(module, "GATHERED", 0)
    first = shop.order()
    clock.move(days=1)
    shop.add("replacement-certificate", 2)
    choice = shop.choice(6000 + 399, "second-class", created_by_id=shop.people.olwen.id)
    second = shop.do(place_order, shop.jane, choice)
    clock.move(days=1)
    dave = shop.people.dave.id
    product = id_of(shop.product("confirmation-of-award"))
    shop.do(add_to_basket, dave, id_of(shop.people.dave.awards[0]), product, 1)
    home = shop.do(add_address, dave, HOME).id
    from certify_app.domain.shop.place_order import basket_key

    key = shop.do(basket_key, dave)
    choice = shop.choice(600, billing_id=home, delivery_id=home, basket_key=key)
    third = shop.do(place_order, dave, choice)
    return [order.number for order in (first, second, third)]


def test_the_newest_order_comes_first_with_all_that_the_columns_show(shop, orders):
    page = listed(shop)
    assert [row.number for row in page.rows] == orders[::-1]
    assert (page.first, page.last, page.count, page.more) == (1, 3, 3, False)
    second = page.rows[1]
    assert (second.full_name, second.delivery, second.total) == ("Jane Doe", "2nd Class", 6399)
    assert (second.created_by, second.by_staff) == ("Olwen Rees", True)
    assert (page.rows[2].created_by, page.rows[2].by_staff) == ("Jane Doe", False)


def test_a_learner_sees_only_their_own(shop, orders):
    assert numbers(shop, shop.jane) == [orders[1], orders[0]]
    assert numbers(shop, shop.people.mallory.id, text="jane") == []
    assert numbers(shop, shop.people.dave.id, text="jane") == []


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("total", [2, 0, 1]),
        ("name", [2, 0, 1]),
        ("delivery", [1, 0, 2]),
        ("created_by", [2, 0, 1]),
        ("created", [0, 1, 2]),
        ("status", [0, 1, 2]),
        ("no such column", [0, 1, 2]),
    ],
)
def test_it_is_sorted_by_any_column_both_ways(shop, orders, sort, expected):
    up = [orders[place] for place in expected]
    assert numbers(shop, sort=sort, descending=False) == up
    assert numbers(shop, sort=sort) == up[::-1]


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ({"text": "jan"}, [1, 0]),
        ({"text": "JANE doe"}, [1, 0]),
        ({"text": "doe repl"}, [1]),
        ({"text": "dave@exa"}, [2]),
        ({"text": "D1643835-01"}, [1]),
        ({"text": "ane"}, []),
        ({"text": "%_'\";--"}, [2, 1, 0]),
        ({"text": "by:olwen"}, []),
        ({"first_name": "ja"}, [1, 0]),
        ({"first_name": "doe"}, []),
        ({"last_name": "O’Neill"}, [2]),
        ({"created_by": "olw"}, [1]),
        ({"created_by": "rees"}, [1]),
        ({"product": "unit-certificate"}, [0]),
        ({"delivery": "Collection"}, [2, 0]),
        ({"status": OrderStatus.PENDING}, [2, 1, 0]),
        ({"status": OrderStatus.COMPLETE}, []),
        ({"total_min": 1200}, [1, 0]),
        ({"total_min": 601, "total_max": 1200}, [0]),
        ({"date_from": START.date(), "date_to": START.date()}, [0]),
        ({"date_from": START.date() + timedelta(days=1)}, [2, 1]),
        ({"text": "jane", "total_max": 1200, "created_by": "jane"}, [0]),
    ],
)
def test_it_is_searched_and_filtered(shop, orders, wanted, places):
    assert numbers(shop, **wanted) == [orders[place] for place in places]
    mine = [orders[place] for place in places if place != 2]
    assert numbers(shop, shop.jane, **wanted) == mine


def test_an_order_is_found_by_the_beginning_of_its_number(shop, orders):
    assert orders[1] in numbers(shop, text=orders[1][:5])
    assert numbers(shop, text=orders[1]) == [orders[1]]


def test_a_parent_organisation_holds_the_orders_of_those_below_it(shop, people):
    with shop.db.write() as session:
        parent = Organisation(name="County", name_key="county")
        session.add(parent)
        session.flush()
        school = Organisation(name="School", name_key="school", parent_id=parent.id)
        session.add(school)
        session.flush()
        mine = update(Learner).where(Learner.account_id == shop.jane)
        session.exec(mine.values(organisation_id=school.id))
        ids = parent.id, school.id
    order = shop.order()
    assert [numbers(shop, organisation_id=one) for one in (*ids, 999)] == [
        [order.number],
        [order.number],
        [],
    ]


def test_pages_follow_one_another_by_number_and_by_the_last_order_seen(shop, orders):
    first = listed(shop, size=2)
    second = listed(shop, size=2, page=2)
    after = listed(shop, size=2, page=2, after=first.rows[-1].number)
    assert [row.number for row in second.rows] == [orders[0]]
    assert (second.rows, second.first, second.last) == (after.rows, 3, 3)
    assert numbers(shop, sort="total", descending=False, after=orders[0]) == [orders[1]]
    assert listed(shop, page=9).rows == []
    assert len(listed(shop, size=10**9, page=-3).rows) == 3


def test_counting_stops_at_the_cap(shop, orders, monkeypatch):
    monkeypatch.setattr(module, "COUNTED", 2)
    page = listed(shop)
    assert (page.count, page.more, len(page.rows)) == (2, True, 3)
    assert len(numbers(shop, text="e")) <= 3


def test_details_are_the_accounts_alone(shop, orders):
    with shop.db.read() as session:
        mine = order_details(session, orders[1], shop.jane)
        theirs = order_details(session, orders[1], shop.people.dave.id)
        staff = order_details(session, orders[2])
    assert theirs is None
    assert staff
    assert mine
    assert (len(mine.lines), mine.delivery_gross, mine.may_pay) == (1, 399, True)
    assert [log.new for log in mine.logs] == ["pending"]
