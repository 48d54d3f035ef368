"""What narrows a list, each in two forms: found by an index, or tested row by row.

What few rows fulfil is gathered by its index and sorted. What many fulfil is walked along
the index that sorts, since a page of it is soon full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import and_, exists, false, or_, union_all
from sqlmodel import Session, col, func, select

from certify_app.domain.lists.list_of import Condition, ListOf, Shown, Words
from certify_app.domain.lists.typed_filters import Asked, understood
from certify_app.domain.shop.known_many import are_known_to_be_many, note_many

COUNTED = 10_000
LAST = "\U0010ffff"
MOST_WORDS = 6


@dataclass(frozen=True)
class Clue:
    """`seen` finds by index, `unseen` tests a row. `places` are where a word may stand,
    each a clue of its own; `column` is the one it is searched in, of the list's own table."""

    name: str
    seen: Condition
    unseen: Condition
    places: tuple[Clue, ...] = ()
    column: Any = None
    is_rare: bool = False


@dataclass(frozen=True)
class Seek:
    """The clues of a list, and the `best`, to fewest rows; None when each leads to too many, when
    one of `words` is begun with."""

    what: ListOf
    clues: tuple[Clue, ...] = ()
    best: Clue | None = None
    words: tuple[Clue, ...] = ()
    name: str = field(default="")

    @property
    def conditions(self) -> list[Condition]:
        return [c.seen if c is self.best else c.unseen for c in self.clues]


def make_seek(session: Session, what: ListOf, asked: Asked) -> Seek:
    clues = (*_words(session, what, asked.get("search", "")), *_filters(what, asked))
    counted = [(count_up_to(session, what, [c.seen], (what.name, c.name)), c) for c in clues]
    fewest = min(counted, key=lambda pair: pair[0], default=None)
    best = fewest[1] if fewest and fewest[0] <= COUNTED else None
    words = () if best else tuple(c for c in clues if c.places)
    return Seek(what, clues, best, words, " ".join(c.name for c in clues))


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
    if what.only is not None:
        yield Clue("only", what.only(col), what.only(_hiding))
    for name, make in understood(what, asked):
        seen = make(col)
        if seen is not None:
            yield Clue(name, seen, make(_hiding))


def _words(session: Session, what: ListOf, text: str) -> Iterator[Clue]:
    """Every word that is typed begins a word of the row."""
    for word in text.split()[:MOST_WORDS] if what.words else ():
        places = [_place(place, word, n) for n, place in enumerate(what.words)]
        there = tuple(_with_rows(session, what, filter(None, places)))
        if any(places):
            found = union_all(*(select(what.key).where(place.seen) for place in there))
            seen = col(what.key).in_(found) if there else false()
            tested = or_(*(place.unseen for place in there)) if there else false()
            yield Clue(f"word {word}", seen, tested, there)


def _with_rows(session: Session, what: ListOf, places: Iterable[Clue]) -> Iterator[Clue]:
    """Where nothing begins so, no row need be tested."""
    for place in places:
        if count := count_up_to(session, what, [place.seen], (what.name, place.name)):
            yield replace(place, is_rare=count <= COUNTED)


def _place(place: Words, word: str, number: int) -> Clue | None:
    if not (begin := place.form(word)):
        return None
    name = f"place {number} {begin}"
    if place.there is None:
        seen, unseen = (_begins(place.column, begin, shown) for shown in (col, _hiding))
        return Clue(name, seen, unseen, column=place.column)
    there = select(place.there).where(_begins(place.column, begin, col))
    back = col(place.there) == place.here
    holds = exists().where(back, _begins(place.column, begin, col))
    return Clue(name, col(place.here).in_(there), holds)


def _hiding(column: Any) -> Any:
    return hidden(col(column))


def _begins(column: Any, beginning: str, shown: Shown) -> Condition:
    return and_(shown(column) >= beginning, shown(column) < beginning + LAST)
