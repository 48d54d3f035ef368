"""A stocked shop, Jane's basket, and short ways through an order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database
from certify_app.domain.shop.addresses import add_address
from certify_app.domain.shop.fill_basket import add_to_basket, put_in_store
from certify_app.domain.shop.models import Order, Payment, Product
from certify_app.domain.shop.pay_order import note_opened, start_payment
from certify_app.domain.shop.place_order import Choice, basket_key, place_order
from certify_app.domain.shop.providers import Opened, Seen
from certify_app.domain.shop.settle_payment import settle_payment
from certify_app.domain.shop.statuses import PaymentStatus
from certify_app.domain.shop.stock_shop import stock_shop
from tests.people import People, id_of

T = TypeVar("T")
HOME = {
    "first_name": "Jane",
    "last_name": "Doe",
    "lines": "40 Melrose Avenue",
    "city": "Cardiff",
    "postcode": "CF3 5EA",
    "country": "GB",
}


@dataclass
class Shop:
    """The database with its people, and Jane's address in it."""

    db: Database
    people: People
    home: int

    @property
    def jane(self) -> int:
        return self.people.jane.id

    @property
    def award(self) -> int:
        return id_of(self.people.jane.awards[0])

    def do(self, use_case: Callable[..., T], *args: object, **kwargs: object) -> T:
        with self.db.write() as session:
            return use_case(session, *args, **kwargs)

    def product(self, code: str) -> Product:
        with self.db.read() as session:
            return session.exec(select(Product).where(Product.code == code)).one()

    def add(self, code: str, quantity: object = 1) -> None:
        self.do(add_to_basket, self.jane, self.award, id_of(self.product(code)), quantity)

    def choice(self, seen_total: int, method: str = "collection", **changes: object) -> Choice:
        asked = {
            "basket_key": self.do(basket_key, self.jane),
            "billing_id": self.home,
            "delivery_id": self.home,
            "method_code": method,
            "provider": "stripe",
            "seen_total": seen_total,
        }
        return Choice(**(asked | changes))

    def order(self, code: str = "unit-certificate", total: int = 1200) -> Order:
        self.add(code)
        return self.do(place_order, self.jane, self.choice(total))

    def payment(self, order: Order) -> Payment:
        payment = self.do(start_payment, self.jane, order.number, "stripe")
        self.do(note_opened, payment.id, Opened(f"cs_{payment.id}", "https://pay.example"))
        return payment

    def settle(self, payment: Payment, status: PaymentStatus = PaymentStatus.PAID) -> None:
        seen = Seen(status, payment.amount, payment.currency, f"pi_{payment.id}", False)
        self.do(settle_payment, payment.id, seen)

    def fresh(self, row: object) -> object:
        with self.db.read() as session:
            return session.get_one(type(row), row.id)  # type: ignore[attr-defined]


@pytest.fixture
def shop(db: Database, people: People) -> Shop:
    return stocked(db, people)


def stocked(db: Database, people: People) -> Shop:
    with db.write() as session:
        stock_shop(session)
        put_in_store(session, people.jane.id, people.jane.awards[0].reference)
        home = id_of(add_address(session, people.jane.id, HOME))
    return Shop(db, people, home)


def count(session: Session, table: type) -> int:
    return len(session.exec(select(table)).all())
