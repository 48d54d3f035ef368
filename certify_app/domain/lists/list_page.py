"""A page of a list by keyset: as quick on the last page as on the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, col, select, tuple_

from certify_app.domain.lists.clues import COUNTED, Clue, Seek, count_up_to, hidden, make_seek
from certify_app.domain.lists.list_of import SIZES, Cells, Choice, Condition, ListOf
from certify_app.domain.lists.typed_filters import Asked


@dataclass(frozen=True)
class Wanted:
    """`asked` holds search and filters by name; `after` or `before` is the id of the row
    next to the page, `page` the number it is shown under."""

    asked: Asked = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    size: int = SIZES[0]
    page: int = 1
    after: int = 0
    before: int = 0


@dataclass(frozen=True)
class ListPage:
    """`count` is exact to 10,000; beyond that `more` is true. `options` are those of
    drop-downs that the database fills."""

    rows: Sequence[tuple[int, Cells]]
    count: int
    more: bool
    page: int
    first: int
    has_next: bool
    options: dict[str, list[tuple[str, str]]]

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1 if self.rows else 0


def list_page(session: Session, what: ListOf, wanted: Wanted) -> ListPage:
    """A place that is not there any more is the first page."""
    seek = make_seek(session, what, wanted.asked)
    count = count_up_to(session, what, seek.conditions, (what.name, seek.name))
    page = wanted.page if wanted.after or wanted.before else 1
    ids = _ids(session, seek, wanted) if count else []
    if count and not ids and page > 1:
        page, wanted = 1, Wanted(wanted.asked, wanted.sort, wanted.descending, wanted.size)
        ids = _ids(session, seek, wanted)
    more_there = len(ids) > wanted.size
    ids = _trimmed(ids, wanted)
    cells = what.show(session, ids) if ids else {}
    return ListPage(
        rows=[(id, cells[id]) for id in ids if id in cells],
        count=min(count, COUNTED),
        more=count > COUNTED,
        page=page,
        first=(page - 1) * wanted.size + 1 if ids else 0,
        has_next=bool(wanted.before) or more_there,
        options=_options(session, what),
    )


def every_row(session: Session, what: ListOf, wanted: Wanted, after: int = 0) -> list[int]:
    """The next thousand ids of the whole list, for an export."""
    seek = make_seek(session, what, wanted.asked)
    return _ids(session, seek, Wanted(wanted.asked, wanted.sort, wanted.descending, 1000, 1, after))


def _ids(session: Session, seek: Seek, wanted: Wanted) -> list[int]:
    """In the order asked for, with one more than a page if there is one."""
    if not seek.words:
        ids = list(session.exec(_query(session, seek, wanted, seek.best is not None)))
    else:
        ids = _by_places(session, seek, wanted)
    return ids[::-1] if wanted.before else ids


def _by_places(session: Session, seek: Seek, wanted: Wanted) -> list[int]:
    """A word of many, place by place: each gives a page, the first of all of them is the page.
    So a name that stands at the end of the order is not walked to from its beginning."""
    what = seek.what
    found: list[int] = []
    sorted_by = what.sorting(wanted.sort).sort
    first = next((w for w in seek.words if _leads(w, sorted_by)), seek.words[0])
    others = [c.unseen for c in seek.clues if c is not first]
    for place in first.places:
        in_order = place.column is sorted_by
        condition = place.seen if place.is_rare or in_order else place.unseen
        query = _query(session, seek, wanted, place.is_rare and not in_order, [condition, *others])
        found += list(session.exec(query))
    only: list[Condition] = [col(what.key).in_(found)]
    return list(session.exec(_query(session, seek, wanted, True, only)))


def _leads(word: Clue, sorted_by: Any) -> bool:
    """Whether the order itself leads to it."""
    return any(place.column is sorted_by for place in word.places)


def _query(
    session: Session,
    seek: Seek,
    wanted: Wanted,
    gathers: bool,
    conditions: list[Condition] | None = None,
) -> Any:
    """What is gathered is sorted afterwards, so its order hides from the index."""
    what = seek.what
    sorted_by, key = col(what.sorting(wanted.sort).sort), col(what.key)
    column = hidden(sorted_by) if gathers else sorted_by
    down = wanted.descending != bool(wanted.before)
    query = select(what.key).where(*(seek.conditions if conditions is None else conditions))
    if edge := wanted.before or wanted.after:
        query = query.where(_beyond(session, what, sorted_by, column, edge, down))
    order = (column.desc(), key.desc()) if down else (column, key)
    return query.order_by(*order).limit(wanted.size + 1)


def _trimmed(ids: list[int], wanted: Wanted) -> list[int]:
    return ids[-wanted.size :] if wanted.before else ids[: wanted.size]


def _beyond(
    session: Session, what: ListOf, sorted_by: Any, column: Any, edge: int, down: bool
) -> Any:
    there = session.exec(select(sorted_by, what.key).where(what.key == edge)).first()
    if there is None:
        return col(what.key).is_(None)
    pair = tuple_(column, col(what.key))
    return pair < tuple(there) if down else pair > tuple(there)


def _options(session: Session, what: ListOf) -> dict[str, list[tuple[str, str]]]:
    return {
        one.name: one.options(session)
        for one in what.filters
        if isinstance(one, Choice) and callable(one.options)
    }
