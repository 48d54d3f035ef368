"""Which orders are wanted, as conditions that suit the way they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlmodel import Session, col, func, select

from certify_app.config import settings
from certify_app.domain.learners.models import Organisation
from certify_app.domain.names import fold_words
from certify_app.domain.shop.known_many import are_known_to_be_many, note_many
from certify_app.domain.shop.models import Order, OrderLine, OrderWord
from certify_app.domain.shop.order_words import BY, sought_words

if TYPE_CHECKING:
    from certify_app.domain.shop.list_orders import Wanted

LAST = "\U0010ffff"
ROWS_PER_ORDER = 4
"""As many words of one order may begin alike, when orders are counted by them."""

TOGETHER = 10
"""So many times more are worth gathering by one clue, where others then leave few of them."""

Condition = ColumnElement[bool]
Shown = Callable[[Any], Any]


@dataclass(frozen=True)
class Clue:
    """Something in another table that leads to orders: a word, or a product."""

    name: str
    order_id: Any
    condition: Condition

    @property
    def ids(self) -> Any:
        return select(self.order_id).where(self.condition)

    def leads_to(self, order_id: Any) -> Condition:
        return exists().where(self.order_id == order_id, self.condition)


@dataclass(frozen=True)
class Seek:
    """What is wanted, of whom, and which clue to begin with: the one to fewest orders.

    `best` is None when each clue leads to too many to gather. `ids` are the orders, where
    they were found already.
    """

    wanted: Wanted
    account_id: int | None
    clues: tuple[Clue, ...] = ()
    best: Clue | None = None
    ids: Sequence[int] | None = None

    @property
    def only_clue(self) -> Clue | None:
        """The one condition there is, if it is a clue."""
        return self.clues[0] if len(self.clues) == 1 and self._has_only_clues else None

    @property
    def by_clues_alone(self) -> bool:
        """Several clues, of which one leads to few, and no other condition."""
        return len(self.clues) > 1 and self.best is not None and self._has_only_clues

    @property
    def _has_only_clues(self) -> bool:
        return self.account_id is None and not any(True for _ in _by_columns(self.wanted, col))


def make_seek(session: Session, wanted: Wanted, account_id: int | None, at_most: int) -> Seek:
    clues = tuple(_clues(wanted))
    if account_id is not None:
        return Seek(wanted, account_id, clues)
    if len(clues) > 1 or any(True for _ in _by_columns(wanted, col)):
        at_most *= TOGETHER
    counted = [(_how_many(session, clue, at_most), n) for n, clue in enumerate(clues)]
    fewest, place = min(counted, default=(at_most + 1, 0))
    return Seek(wanted, None, clues, clues[place] if fewest <= at_most else None)


def count_by_clue(session: Session, clue: Clue, at_most: int) -> int:
    """How many orders a clue alone leads to, counted no further than a little past `at_most`."""
    rows = clue.ids.limit((at_most + 1) * ROWS_PER_ORDER).subquery()
    return int(session.scalar(select(func.count(func.distinct(rows.c.order_id)))) or 0)


def find_by_clues(session: Session, seek: Seek, at_most: int) -> Seek:
    """The orders that every clue leads to, from the clues' own indexes alone."""
    assert seek.best
    first = seek.best.ids.distinct().subquery()
    others = [clue.leads_to(first.c.order_id) for clue in seek.clues if clue is not seek.best]
    found = select(first.c.order_id).where(*others).limit(at_most)
    return replace(seek, ids=session.exec(found).all())


def _clues(wanted: Wanted) -> Iterator[Clue]:
    for word in (*sought_words(wanted.text), *(BY + w for w in sought_words(wanted.created_by))):
        yield Clue(word, col(OrderWord.order_id), _begins(OrderWord.word, word))
    if wanted.product:
        yield Clue(
            f"product:{wanted.product}",
            col(OrderLine.order_id),
            col(OrderLine.product_code) == wanted.product,
        )


def _how_many(session: Session, clue: Clue, at_most: int) -> int:
    what = clue.name, at_most
    if are_known_to_be_many(session, what):
        return at_most + 1
    some = clue.ids.limit(at_most + 1).subquery()
    count = session.exec(select(func.count()).select_from(some)).one()
    if count > at_most:
        note_many(session, what)
    return count


def conditions(seek: Seek, walks: bool = False) -> list[Condition]:
    """With `walks`, none may lead the database off the index that sorts."""
    if seek.ids is not None and not walks:
        return [col(Order.id).in_(seek.ids)]
    own = seek.account_id is not None
    found = [col(Order.account_id) == seek.account_id] if own else []
    for clue in seek.clues:
        gathers = clue is seek.best and not walks
        found.append(col(Order.id).in_(clue.ids) if gathers else clue.leads_to(Order.id))
    return [*found, *_by_columns(seek.wanted, hidden if walks or own else col)]


def hidden(column: Any) -> Any:
    """The column's value, where no index on it is looked for."""
    return func.coalesce(col(column), col(column))


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
