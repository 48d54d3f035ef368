"""A list of the console, declared: columns, search, filters and sorting of one table.

Only `key`, the sorting columns and what is searched need indexes; a column that sorts needs
one with the key after it, and may not be NULL. What a page shows is read by `show`, for the
ids of that page alone, so it may join whatever it likes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session

from certify_app.domain.acts import Act
from certify_app.domain.names import fold

Condition = ColumnElement[bool]
Shown = Callable[[Any], Any]
"""A column as conditions see it: by its indexes, or hidden from them."""

Cells = Mapping[str, object]
"""The values of one row by the names of the columns, and "href" if it has a page of its own."""

Options = Callable[[Session], list[tuple[str, str]]]
SIZES = (20, 50, 100)


class Look(StrEnum):
    """How a column is drawn: HEAD names its row, BELOW stands under it, TAG is a status,
    MONO a reference."""

    TEXT = "text"
    HEAD = "head"
    BELOW = "below"
    TAG = "tag"
    MONO = "mono"
    NUMBER = "number"


@dataclass(frozen=True)
class Column:
    """`label` is a msgid; `sort` the column of the list's own table that orders it."""

    name: str
    label: str
    look: Look = Look.TEXT
    sort: Any = None


@dataclass(frozen=True)
class Words:
    """A column whose beginnings are searched. In another table, `there` is the column
    that leads back to `here`, a column of the list's own table."""

    column: Any
    there: Any = None
    here: Any = None
    form: Callable[[str], str] = fold


@dataclass(frozen=True)
class Choice:
    """A drop-down. `options` are pairs of value and msgid, or a query of pairs of value
    and words; `where` makes the condition and sees columns through what it is given."""

    name: str
    label: str
    options: Sequence[tuple[str, str]] | Options
    where: Callable[[str, Shown], Condition | None]


@dataclass(frozen=True)
class Days:
    """A span of days, both included: `name-from` and `name-to` in the address."""

    name: str
    label: str
    column: Any
    is_moment: bool = False


Filter = Choice | Days


@dataclass(frozen=True)
class ListOf:
    """`name` is that of its export, `address` of its page, `title` a msgid, `noun` what
    the search field says it searches; `sort` the column it is sorted by at first,
    `only` what keeps other rows of the table off it."""

    name: str
    address: str
    title: str
    search: str
    act: Act
    key: Any
    columns: Sequence[Column]
    show: Callable[[Session, Sequence[int]], Mapping[int, Cells]]
    sort: str
    words: Sequence[Words] = ()
    filters: Sequence[Filter] = ()
    descending: bool = False
    only: Callable[[Shown], Condition] | None = None

    def sorting(self, name: str) -> Column:
        """The column of this name if it sorts, else the one that sorts at first."""
        able = {c.name: c for c in self.columns if c.sort is not None}
        return able.get(name) or able[self.sort]
