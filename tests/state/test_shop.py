"""The shop's screens: what comes from an address or a socket may be anything."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest
import reflex as rx
from sqlmodel import func, select

from certify_app.db.engine import Database
from certify_app.domain.shop.addresses import add_address
from certify_app.domain.shop.fill_basket import add_to_basket, put_in_store
from certify_app.domain.shop.models import BasketLine, Order, Product, StoreItem
from certify_app.domain.shop.stock_shop import stock_shop
from certify_app.state.portal.basket import Basket
from certify_app.state.portal.checkout import Checkout
from certify_app.state.portal.order import Order as OrderState
from certify_app.state.portal.orders import Orders
from certify_app.state.portal.store import Store
from tests.people import People, Person, id_of
from tests.state.acting import at

S = TypeVar("S", bound=rx.State)
HOME = {
    "first_name": "Jane",
    "last_name": "Doe",
    "lines": "40 Melrose Avenue",
    "city": "Cardiff",
    "postcode": "CF3 5EA",
    "country": "GB",
}


@pytest.fixture
def unit(db: Database, people: People) -> tuple[int, int]:
    """Jane's first award and the unit certificate, in her Store and twice in her basket."""
    with db.write() as session:
        stock_shop(session)
    with db.write() as session:
        product = session.exec(select(Product).where(Product.code == "unit-certificate")).one()
        award = id_of(people.jane.awards[0])
        put_in_store(session, people.jane.id, people.jane.awards[0].reference)
        add_to_basket(session, people.jane.id, award, id_of(product), 2)
        add_address(session, people.jane.id, HOME)
        return award, id_of(product)


def visit(
    state: type[S], person: Person, address: str, *acts: Callable[[Any], Awaitable[Any] | None]
) -> S:
    async def visiting() -> S:
        page = await at(state, person, address)
        await page.load()  # type: ignore[attr-defined]
        for act in acts:
            if (done := act(page)) is not None:
                await done
        return page

    return asyncio.run(visiting())


def count(db: Database, table: type) -> int:
    with db.read() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def test_the_basket_shows_what_it_holds(people: People, unit: tuple[int, int]) -> None:
    page = visit(Basket, people.jane, "/basket")
    assert (page.count, page.counted, page.total, page.delivery) == (
        2,
        "2 items",
        "£24.00",
        "£3.99",
    )


@pytest.mark.parametrize("quantity", ["two", "", "0", -1, 100, 10**9, "1e2", "\x00"])
def test_a_quantity_that_is_none_is_a_sentence_and_changes_nothing(
    people: People, unit: tuple[int, int], quantity: int | str
) -> None:
    page = visit(Basket, people.jane, "/basket", lambda b: b.change(*unit, quantity))
    assert list(page.errors.values()) == ["Enter a quantity from 1 to 99"]
    assert page.count == 2
    shelf = visit(Store, people.jane, "/store", lambda s: s.change(*unit, quantity))
    assert list(shelf.errors.values()) == ["Enter a quantity from 1 to 99"]


def test_another_learner_s_award_is_not_put_anywhere(
    db: Database, people: People, unit: tuple[int, int]
) -> None:
    shelf = visit(
        Store,
        people.dave,
        "/store",
        lambda s: s.order(people.jane.awards[0].reference),
        lambda s: s.add(*unit),
    )
    assert "This qualification is not yours to order" in shelf.errors.values()
    visit(Basket, people.dave, "/basket", lambda b: b.remove(*unit), lambda b: b.change(*unit, 9))
    with db.read() as session:
        assert [line.quantity for line in session.exec(select(BasketLine))] == [2]
    assert count(db, StoreItem) == 1


def test_the_store_speaks_welsh(people: People, unit: tuple[int, int]) -> None:
    shelf = visit(Store, people.jane, "/cy/store")
    assert [s.product for s in shelf.shelves][:2] == ["Tystysgrif Newydd", "Tystysgrif Unedau"]


def test_the_checkout_is_made_again_from_its_address(people: People, unit: tuple[int, int]) -> None:
    page = visit(Checkout, people.jane, "/checkout?by=first-class&pay=invoice")
    assert (page.method, page.way, page.billing_line) == (
        "first-class",
        "invoice",
        "40 Melrose Avenue, Cardiff CF3 5EA",
    )
    assert (page.totals.total, page.pay_label) == (
        "£29.99",
        "Order and pay £29.99 by invoice",
    )


def test_an_amount_other_than_the_button_said_is_not_ordered(
    db: Database, people: People, unit: tuple[int, int]
) -> None:
    page = visit(Checkout, people.jane, "/checkout?by=collection", lambda c: c.pay("Pay £1.00"))
    assert page.errors == {"": "The total is now £24.00. Check the summary, then pay"}
    assert count(db, Order) == 0


@pytest.mark.parametrize("given", ["x", "-1", "0", "%00", "%ED%A0%80", "9" * 400, "a%27--"])
def test_no_address_of_the_checkout_breaks_it_or_orders(
    db: Database, people: People, unit: tuple[int, int], given: str
) -> None:
    query = f"billing={given}&to={given}&by={given}&pay={given}"
    page = visit(Checkout, people.jane, f"/checkout?{query}", lambda c: c.pay(c.pay_label))
    assert page.errors == {"delivery": "Choose how you want to get your order"}
    assert count(db, Order) == 0


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=99999",
        "page=x",
        "size=7",
        "sort=drop",
        "dir=up",
        "min=ten&max=-1",
        "from=31%2F02%2F2026",
        "status=lost",
        "organisation=1%27",
        "search=%00",
        "search=%ED%A0%80",
        "first_name=" + "x" * 5000,
    ],
)
def test_no_address_of_the_orders_breaks_them(
    people: People, unit: tuple[int, int], query: str
) -> None:
    page = visit(Orders, people.jane, f"/orders?{query}")
    assert (page.found, page.has_any) == (0, False)


@pytest.mark.parametrize("number", ["x", "00000000", "%00", "9" * 300, "%ED%A0%80"])
def test_an_order_that_is_not_there_says_so(people: People, number: str) -> None:
    page = visit(OrderState, people.jane, f"/orders/{number}", lambda o: o.cancel())
    assert (page.found, page.errors) == (False, {"": "There is no such order"})
