"""The Orders screen's list (guide 5.3): a page of orders, quick however many there are.

What few orders match is gathered and sorted. What many match is found along the index
of the column that sorts, since a page of it is soon full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, func, select, tuple_

from certify_app.db.walking import avoid_sorting
from certify_app.domain.shop.known_many import are_known_to_be_many, note_many
from certify_app.domain.shop.models import Order
from certify_app.domain.shop.order_filters import (
    Seek,
    conditions,
    count_by_clue,
    find_by_clues,
    hidden,
    make_seek,
)
from certify_app.domain.shop.statuses import OrderStatus

COUNTED = 10_000
GATHERED = 2_000
SIZES = (10, 20, 50, 100)
SORTS = {
    "name": Order.name_key,
    "status": Order.status,
    "delivery": Order.delivery_name,
    "total": Order.total,
    "created_by": Order.created_by_key,
    "created": Order.created_at,
}
SHOWN = (
    Order.id,
    Order.number,
    Order.first_name,
    Order.last_name,
    Order.status,
    Order.delivery_name,
    Order.total,
    Order.refunded,
    Order.currency,
    Order.created_by,
    Order.created_by_id,
    Order.account_id,
    Order.created_at,
    Order.is_test,
)


@dataclass(frozen=True)
class Wanted:
    """What the screen asks for. Texts are beginnings of words; totals in minor units;
    days in the awarding body's time zone, both included; `organisation_id` is a parent
    or the organisation itself; `after` is the number of the order before the page."""

    text: str = ""
    first_name: str = ""
    last_name: str = ""
    created_by: str = ""
    product: str = ""
    delivery: str = ""
    status: OrderStatus | None = None
    total_min: int | None = None
    total_max: int | None = None
    date_from: date | None = None
    date_to: date | None = None
    organisation_id: int | None = None
    sort: str = "created"
    descending: bool = True
    page: int = 1
    size: int = 20
    after: str = ""


@dataclass(frozen=True)
class OrderRow:
    """One line of the list. `by_staff`: somebody ordered it for the learner."""

    number: str
    full_name: str
    status: OrderStatus
    delivery: str
    total: int
    refunded: int
    currency: str
    created_by: str
    by_staff: bool
    created_at: datetime
    is_test: bool


@dataclass(frozen=True)
class OrderPage:
    """`count` is exact up to 10,000; beyond, `more` is true: "10,000+"."""

    rows: Sequence[OrderRow]
    count: int
    more: bool
    first: int

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1 if self.rows else 0


def list_orders(session: Session, wanted: Wanted, account_id: int | None = None) -> OrderPage:
    """The orders of one account; without one, everybody's, for staff."""
    wanted = replace(wanted, size=min(max(wanted.size, 1), SIZES[-1]), page=max(wanted.page, 1))
    seek = make_seek(session, wanted, account_id, COUNTED)
    count, seek = _count(session, seek)
    rows = _rows(session, seek, walks=count > GATHERED and account_id is None) if count else []
    first = (wanted.page - 1) * wanted.size + 1
    return OrderPage(
        rows=[_row(row) for row in rows],
        count=min(count, COUNTED),
        more=count > COUNTED,
        first=first if rows else 0,
    )


def _count(session: Session, seek: Seek) -> tuple[int, Seek]:
    """Up to one more than is counted; with the orders themselves, where counting finds them."""
    what = seek.account_id, replace(seek.wanted, sort="", page=1, size=1, after="", descending=True)
    if are_known_to_be_many(session, what):
        return COUNTED + 1, seek
    if seek.by_clues_alone:
        seek = find_by_clues(session, seek, COUNTED + 1)
    if (count := _counted(session, seek)) > COUNTED:
        note_many(session, what)
    return count, seek


def _counted(session: Session, seek: Seek) -> int:
    if seek.ids is not None:
        return len(seek.ids)
    if seek.only_clue:
        return count_by_clue(session, seek.only_clue, COUNTED)
    some = select(Order.id).where(*conditions(seek)).limit(COUNTED + 1).subquery()
    return session.exec(select(func.count()).select_from(some)).one()


def _rows(session: Session, seek: Seek, walks: bool) -> Sequence[Row[Any]]:
    wanted = seek.wanted
    sorted_by = SORTS.get(wanted.sort, Order.created_at)
    filters = conditions(seek, walks)
    # What is gathered is sorted afterwards; what is walked is walked in its order.
    column = col(sorted_by) if walks or not filters else hidden(sorted_by)
    tie = col(Order.id)
    query = sa_select(*map(col, SHOWN)).where(*filters)
    if wanted.after:
        query = query.where(_beyond(session, wanted, column, tie))
    else:
        query = query.offset((wanted.page - 1) * wanted.size)
    order = (column.desc(), tie.desc()) if wanted.descending else (column, tie)
    if walks and filters:
        avoid_sorting(session)
    return session.execute(query.order_by(*order).limit(wanted.size)).all()


def _beyond(session: Session, wanted: Wanted, column: Any, tie: Any) -> Any:
    """Further on than the order named: no page before it is read."""
    there = session.execute(sa_select(column, tie).where(col(Order.number) == wanted.after)).first()
    if there is None:
        return tie.is_not(None)
    pair = tuple_(column, tie)
    return pair < tuple(there) if wanted.descending else pair > tuple(there)


def _row(row: Row[Any]) -> OrderRow:
    return OrderRow(
        number=row.number,
        full_name=f"{row.first_name} {row.last_name}".strip(),
        status=row.status,
        delivery=row.delivery_name,
        total=row.total,
        refunded=row.refunded,
        currency=row.currency,
        created_by=row.created_by,
        by_staff=row.created_by_id is not None and row.created_by_id != row.account_id,
        created_at=row.created_at,
        is_test=row.is_test,
    )
