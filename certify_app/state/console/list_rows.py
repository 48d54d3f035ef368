"""A list of the console in the words of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from certify_app.config import settings
from certify_app.domain.lists.list_of import Cells, Choice, Filter, ListOf
from certify_app.domain.lists.list_page import ListPage
from certify_app.locales import N_, _
from certify_app.locales.dates import day, moment
from certify_app.locales.paths import localised

FROM, TO = N_("{label} from"), N_("{label} to")
Options = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True)
class ListRow:
    """`cells` are in the order of the list's columns; `href` is "" for a row without a page."""

    id: str = ""
    href: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListView:
    """What stands around the rows. `forms` changes when fields are to show what is asked."""

    found: int = 0
    showing: str = ""
    sort: str = ""
    descending: bool = False
    size: str = "20"
    page: int = 1
    has_next: bool = False
    filtering: bool = False
    address: str = ""
    export: str = ""
    forms: int = 0


def list_rows(what: ListOf, page: ListPage) -> list[ListRow]:
    """In the language being spoken."""
    return [_row(what, id, cells) for id, cells in page.rows]


def _row(what: ListOf, id: int, cells: Cells) -> ListRow:
    href = str(cells.get("href") or "")
    said = tuple(say(cells.get(column.name)) for column in what.columns)
    return ListRow(str(id), localised(href) if href else "", said)


def say(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return moment(value, settings().zone)
    if isinstance(value, date):
        return day(value)
    return str(value.value) if isinstance(value, Enum) else str(value)


def showing(page: ListPage) -> str:
    """Such as "Showing 1 - 20 of 10,000+"."""
    if not page.rows:
        return _("Nothing found")
    count = f"{page.count:,}" + ("+" if page.more else "")
    first, last = f"{page.first:,}", f"{page.last:,}"
    return _("Showing {first} - {last} of {count}", first=first, last=last, count=count)


def chips_of(what: ListOf, asked: dict[str, str], options: Options) -> list[tuple[str, str]]:
    """Pairs of name and words such as "Status: Valid", in the order of the fields."""
    return [
        (name, f"{label}: {value}")
        for one in what.filters
        for name, label, value in _said(one, asked, options)
    ]


def _said(one: Filter, asked: dict[str, str], options: Options) -> Sequence[tuple[str, str, str]]:
    label = _(one.label)
    if isinstance(one, Choice):
        value = asked.get(one.name)
        return [(one.name, label, _name_of(one, value, options))] if value else []
    ends = ((f"{one.name}-from", _(FROM, label=label)), (f"{one.name}-to", _(TO, label=label)))
    return [(name, words, asked[name]) for name, words in ends if asked.get(name)]


def _name_of(one: Choice, value: str, options: Options) -> str:
    if callable(one.options):
        return dict(options.get(one.name, [])).get(value, value)
    return _(dict(one.options).get(value, value))
