"""What narrows a list, each in two forms: found by an index, or tested row by row.

What few rows fulfil is gathered by its index and sorted. What many fulfil is walked along
the index that sorts, since a page of it is soon full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, exists, or_, union_all
from sqlmodel import Session, col, func, select

from certify_app.domain.lists.list_of import Condition, ListOf, Shown, Words
from certify_app.domain.lists.typed_filters import Asked, understood
from certify_app.domain.shop.known_many import are_known_to_be_many, note_many

COUNTED = 10_000
LAST = "\U0010ffff"
MOST_WORDS = 6


@dataclass(frozen=True)
class Clue:
    """`seen` finds by index, `unseen` tests a row."""

    name: str
    seen: Condition
    unseen: Condition


@dataclass(frozen=True)
class Seek:
    """The clues of a list, and the one to fewest rows; None when each leads to too many."""

    what: ListOf
    clues: tuple[Clue, ...] = ()
    best: Clue | None = None
    name: str = field(default="")

    @property
    def conditions(self) -> list[Condition]:
        return [c.seen if c is self.best else c.unseen for c in self.clues]


def make_seek(session: Session, what: ListOf, asked: Asked) -> Seek:
    clues = (*_words(what, asked.get("search", "")), *_filters(what, asked))
    counted = [(count_up_to(session, what, [c.seen], (what.name, c.name)), c) for c in clues]
    fewest = min(counted, key=lambda pair: pair[0], default=None)
    best = fewest[1] if fewest and fewest[0] <= COUNTED else None
    return Seek(what, clues, best, " ".join(c.name for c in clues))


def count_up_to(session: Session, what: ListOf, conditions: list[Condition], name: object) -> int:
    """How many rows, to one more than is counted; what was found to be many is for a minute."""
    if are_known_to_be_many(session, name):
        return COUNTED + 1
    some = select(what.key).where(*conditions).limit(COUNTED + 1).subquery()
    count = session.exec(select(func.count()).select_from(some)).one()
    if count > COUNTED:
        note_many(session, name)
    return count


def hidden(column: Any) -> Any:
    """The column's value, where no index on it is looked for."""
    return func.coalesce(column, column)


def _filters(what: ListOf, asked: Asked) -> Iterator[Clue]:
    for name, make in understood(what, asked):
        seen = make(col)
        if seen is not None:
            yield Clue(name, seen, make(lambda column: hidden(col(column))))


def _words(what: ListOf, text: str) -> Iterator[Clue]:
    """Every word that is typed begins a word of the row."""
    for word in text.split()[:MOST_WORDS] if what.words else ():
        places = [(place, place.form(word)) for place in what.words]
        useful = [(place, begin) for place, begin in places if begin]
        if useful:
            found = union_all(*(_ids(what, place, begin) for place, begin in useful))
            tested = or_(*(_holds(place, begin) for place, begin in useful))
            yield Clue(f"word {word}", col(what.key).in_(found), tested)


def _ids(what: ListOf, place: Words, begin: str) -> Any:
    if place.there is None:
        return select(what.key).where(_begins(place.column, begin, col))
    there = select(place.there).where(_begins(place.column, begin, col))
    return select(what.key).where(col(place.here).in_(there))


def _holds(place: Words, begin: str) -> Condition:
    if place.there is None:
        return _begins(place.column, begin, lambda column: hidden(col(column)))
    there = col(place.there) == place.here
    return exists().where(there, _begins(place.column, begin, col))


def _begins(column: Any, beginning: str, shown: Shown) -> Condition:
    return and_(shown(column) >= beginning, shown(column) < beginning + LAST)
