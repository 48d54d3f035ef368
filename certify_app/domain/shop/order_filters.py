"""Which orders are wanted, as conditions that suit the way they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlmodel import Session, col, func, select

from certify_app.config import settings
from certify_app.domain.learners.models import Organisation
from certify_app.domain.names import fold_words
from certify_app.domain.shop.models import Order, OrderLine, OrderWord
from certify_app.domain.shop.order_words import BY, sought_words

if TYPE_CHECKING:
    from certify_app.domain.shop.list_orders import Wanted

LAST = "\U0010ffff"
Condition = ColumnElement[bool]
Shown = Callable[[Any], Any]


@dataclass(frozen=True)
class Seek:
    """What is wanted, of whom, and the word to begin with: the one that fewest have.

    `rarest` is empty when each word has too many orders to gather.
    """

    wanted: Wanted
    account_id: int | None
    rarest: str = ""


def words_of(wanted: Wanted) -> list[str]:
    return [*sought_words(wanted.text), *(BY + w for w in sought_words(wanted.created_by))]


def rarest_word(session: Session, wanted: Wanted, at_most: int) -> str:
    """The word with the fewest orders; "" when every one has more than `at_most`."""
    counted = [(_how_many(session, word, at_most), word) for word in words_of(wanted)]
    fewest, word = min(counted, default=(at_most + 1, ""))
    return word if fewest <= at_most else ""


def _how_many(session: Session, word: str, at_most: int) -> int:
    some = select(OrderWord.order_id).where(_begins(OrderWord.word, word)).limit(at_most + 1)
    return session.exec(select(func.count()).select_from(some.subquery())).one()


def conditions(seek: Seek, walks: bool = False) -> list[Condition]:
    """With `walks`, none may lead the database off the index that sorts."""
    seen: Shown = _hidden if walks else col
    return [*_of_whom(seek), *_by_words(seek), *_by_columns(seek.wanted, seen)]


def _hidden(column: Any) -> Any:
    """The column's value, where no index on it is looked for."""
    return func.coalesce(col(column), col(column))


def _of_whom(seek: Seek) -> Iterator[Condition]:
    if seek.account_id is not None:
        yield col(Order.account_id) == seek.account_id


def _by_words(seek: Seek) -> Iterator[Condition]:
    for word in words_of(seek.wanted):
        begins = _begins(OrderWord.word, word)
        if word == seek.rarest and seek.account_id is None:
            yield col(Order.id).in_(select(OrderWord.order_id).where(begins))
        else:
            yield exists().where(col(OrderWord.order_id) == Order.id, begins)


def _by_columns(wanted: Wanted, seen: Shown) -> Iterator[Condition]:
    for column, typed in (
        (Order.name_key, wanted.first_name),
        (Order.last_name_key, wanted.last_name),
    ):
        if key := fold_words(typed):
            yield _begins(column, key, seen)
    if wanted.delivery:
        yield seen(Order.delivery_name) == wanted.delivery
    if wanted.status:
        yield seen(Order.status) == wanted.status
    if wanted.product:
        here = col(OrderLine.order_id) == Order.id
        yield exists().where(here, col(OrderLine.product_code) == wanted.product)
    if wanted.organisation_id is not None:
        yield _under(wanted.organisation_id, seen)
    yield from _by_range(Order.total, wanted.total_min, wanted.total_max, seen)
    yield from _by_days(wanted, seen)


def _under(organisation_id: int, seen: Shown) -> Condition:
    mine = or_(
        col(Organisation.id) == organisation_id, col(Organisation.parent_id) == organisation_id
    )
    condition: Condition = seen(Order.organisation_id).in_(select(Organisation.id).where(mine))
    return condition


def _by_range(column: Any, least: int | None, most: int | None, seen: Shown) -> Iterator[Condition]:
    if least is not None:
        yield seen(column) >= least
    if most is not None:
        yield seen(column) <= most


def _by_days(wanted: Wanted, seen: Shown) -> Iterator[Condition]:
    if wanted.date_from:
        yield seen(Order.created_at) >= _midnight(wanted.date_from)
    if wanted.date_to:
        yield seen(Order.created_at) < _midnight(wanted.date_to + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, settings().zone).astimezone(UTC)


def _begins(column: Any, beginning: str, seen: Shown = col) -> Condition:
    return and_(seen(column) >= beginning, seen(column) < beginning + LAST)
