"""Many orders, fast: names as common as in life, five years of them, a tenth by staff."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from certify_app.db.bulk import insert_rows, table_of
from certify_app.db.engine import Database
from certify_app.domain.accounts.models import Account, Role, StaffRole
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.learners.models import Learner
from certify_app.domain.names import fold, fold_words
from certify_app.domain.shop import order_words
from certify_app.domain.shop.models import Order, OrderLine, OrderWord
from certify_app.domain.shop.stock_shop import METHODS, PRODUCTS, stock_shop

MALLORY = 2
"""The account that has 50 orders whatever the size."""
FIRST = ("Jane", "Dave", "Nia", "Owen", "Maria", "Li", "Fatima", "Tom", "Rhys", "Ffion", "Zoe")
LAST = ("Jones", "Williams", "Davies", "Evans", "Thomas", "Roberts", "Lewis", "Khan", "Patel")
SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "wy", "da", "fe", "go", "hu")
RARE, RAREST = 40, "Zywiec"
"""So many orders are a Zywiec's, whatever the size: as many rows are found in each."""

STATUSES = ("PENDING", "PROCESSING", "COMPLETE", "CANCELLED", "REFUNDED")
SHARES = (5, 10, 78, 5, 2)
AT_ONCE = 50_000
BIG = (Order, OrderLine, OrderWord)


def seed(db: Database, count: int) -> None:
    """Empty, migrated databases only."""
    with db.write() as session:
        _people(session)
        stock_shop(session)
    order_words.fold = lru_cache(200_000)(fold)  # type: ignore[attr-defined]
    chance = random.Random(7)
    _indexes(db, made=False)
    for first in range(1, count + 1, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, count + 1))
        made = [_order(number, chance, number % (count // RARE) == 0) for number in numbers]
        with db.write() as session:
            _insert(session, db, made)
    _indexes(db, made=True)
    with db.engine.begin() as connection:
        connection.execute(text("ANALYZE"))


def _indexes(db: Database, made: bool) -> None:
    """Made at the end, they cost a fraction."""
    for model in BIG:
        for index in table_of(model).indexes:
            if made:
                index.create(db.engine)
            else:
                index.drop(db.engine)


def _insert(session: Session, db: Database, made: list[tuple[Any, Any]]) -> None:
    for model, place in ((Order, 0), (OrderLine, 1)):
        columns = list(vars(made[0][place]))
        rows = (_values(pair[place], db.is_sqlite) for pair in made)
        insert_rows(session, model, columns, rows)
    insert_rows(session, OrderWord, ("order_id", "word"), _words(made))


def _words(made: list[tuple[Any, Any]]) -> Iterator[tuple[Any, ...]]:
    for order, line in made:
        for word in sorted(order_words.words_of_order(order, [line])):
            yield order.id, word


def _values(row: SimpleNamespace, is_sqlite: bool) -> tuple[Any, ...]:
    return tuple(_plain(value, is_sqlite) for value in vars(row).values())


def _plain(value: Any, is_sqlite: bool) -> Any:
    if is_sqlite and isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return value


def _order(number: int, chance: random.Random, rare: bool) -> tuple[Any, Any]:
    first, last = chance.choice(FIRST), RAREST if rare else _last_name(chance)
    place = chance.randrange(len(PRODUCTS))
    price = PRODUCTS[place][3]
    method, delivery, postage, *_rest = chance.choice(METHODS)
    net, delivery_net = price - round(price / 6), postage - round(postage / 6)
    order = SimpleNamespace(
        id=number,
        number=f"{(number * 7_919 + 13) % 10**8:08d}",
        basket_key=f"key-{number}",
        status=chance.choices(STATUSES, SHARES)[0],
        first_name=first,
        last_name=last,
        email=f"{first}.{last}{number % 97}@example.org".lower(),
        billing="40 Melrose Avenue",
        delivery="40 Melrose Avenue",
        delivery_code=method,
        delivery_name=delivery,
        delivery_vat_rate=2000,
        currency="GBP",
        lines_net=net,
        delivery_net=delivery_net,
        vat=price + postage - net - delivery_net,
        total=price + postage,
        name_key=_fold_words(f"{first} {last}"),
        last_name_key=_fold_words(last),
        created_at=datetime(2022, 1, 1, tzinfo=UTC) + timedelta(seconds=number * 150),
        **_whose(number, f"{first} {last}"),
    )
    return order, _line(number, place, net, f"{first} {last}", chance)


def _whose(number: int, name: str) -> dict[str, Any]:
    """Fifty are Mallory's, whatever the size; Olwen created every tenth."""
    account = MALLORY if number % 20 == 0 and number <= 1000 else 3
    creator = "Olwen Rees" if number % 10 == 3 else name
    return {
        "account_id": account,
        "created_by_id": 1 if number % 10 == 3 else account,
        "created_by": creator,
        "created_by_key": _fold_words(creator),
    }


def _line(number: int, place: int, net: int, name: str, chance: random.Random) -> Any:
    code, product, _kind, price = PRODUCTS[place]
    return SimpleNamespace(
        order_id=number,
        award_id=1,
        product_id=1 + place,
        product_name=product,
        product_code=code,
        document_title="Diploma in Adult Care",
        reference=f"{chance.randrange(10**8):08d}-01-{chance.randrange(36**4):06X}",
        learner_name=name,
        quantity=1,
        unit_price=price,
        vat_rate=2000,
        gross=price,
        net=net,
        vat=price - net,
    )


_fold_words = lru_cache(200_000)(fold_words)


def _last_name(chance: random.Random) -> str:
    """One in ninety is a Smith, a third have common names."""
    drawn = chance.random()
    if drawn < 1 / 90:
        return "Smith"
    if drawn < 0.34:
        return chance.choice(LAST)
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()


def _people(session: Session) -> None:
    for role, name in ((Role.STAFF, "Olwen"), (Role.LEARNER, "Mallory"), (Role.LEARNER, "Jane")):
        session.add(
            Account(
                email=f"{name}@example.org".lower(),
                password_hash="",
                role=role,
                staff_role=StaffRole.OFFICER if role is Role.STAFF else None,
                first_name=name,
                last_name="Rees",
            )
        )
        session.flush()
    learner = Learner(first_name="J", last_name="R", first_name_key="j", last_name_key="r")
    care = Qualification(code="1", title="Diploma in Adult Care", level="3", documents="letter")
    session.add_all([learner, care])
    session.flush()
    award = Award(
        learner_id=learner.id or 0,
        qualification_id=care.id or 0,
        enrolment_number="1",
        reference="1",
        awarded_name="Jane",
        award_date=datetime(2022, 1, 1, tzinfo=UTC).date(),
        grade="Pass",
    )
    session.add(award)
