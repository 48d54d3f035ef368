"""What an address or a form asks of a list, as text by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from certify_app.config import settings
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.lists.list_of import Choice, Condition, Days, Filter, ListOf, Shown
from certify_app.locales import N_

DAY = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*")
LONGEST = 100
Asked = Mapping[str, str]


class BadDay(DomainError):
    sentence = N_("Enter a date such as 27/03/2027")


class FromAfterTo(DomainError):
    sentence = N_("The first day is after the last. Swap them")


def fields(what: ListOf) -> list[str]:
    """The names under which an address keeps search and filters."""
    names = ["search"]
    for one in what.filters:
        names += _names(one)
    return names


def _names(one: Filter) -> list[str]:
    if isinstance(one, Days):
        return [f"{one.name}-from", f"{one.name}-to"]
    return [one.name]


def check_filters(what: ListOf, asked: Asked) -> None:
    """Raises Problems: each day that is none, each span that ends before it begins."""
    problems: list[DomainError] = []
    for one in (f for f in what.filters if isinstance(f, Days)):
        first, last = (asked.get(name, "") for name in _names(one))
        for name in (n for n in _names(one) if asked.get(n) and _day(asked[n]) is None):
            problems.append(BadDay(name))
        begins, ends = _day(first), _day(last)
        if begins and ends and begins > ends:
            problems.append(FromAfterTo(f"{one.name}-from"))
    if problems:
        raise Problems(problems)


def understood(what: ListOf, asked: Asked) -> Iterator[tuple[str, Any]]:
    """Each filter in force, as its name with a function from `Shown` to its condition.
    What means nothing filters nothing."""
    for one in what.filters:
        if isinstance(one, Choice):
            if value := asked.get(one.name, ""):
                yield f"{one.name}={value}", _choosing(one, value)
        else:
            first, last = (_day(asked.get(name, "")) for name in _names(one))
            if first or last:
                yield f"{one.name}={first}:{last}", _between(one, first, last)


def _choosing(one: Choice, value: str) -> Any:
    return lambda shown: one.where(value, shown)


def _between(one: Days, first: date | None, last: date | None) -> Any:
    def condition(shown: Shown) -> Condition | None:
        parts = []
        if first:
            parts.append(shown(one.column) >= _start(one, first))
        if last:
            parts.append(shown(one.column) < _start(one, last + timedelta(days=1)))
        whole: Condition = parts[0] & parts[-1]
        return whole

    return condition


def _start(one: Days, day: date) -> date | datetime:
    if not one.is_moment:
        return day
    return datetime.combine(day, time.min, settings().zone).astimezone(UTC)


def _day(text: str) -> date | None:
    if not (found := DAY.fullmatch(text)):
        return None
    day, month, year = map(int, found.groups())
    try:
        # A year near the ends of the calendar has no day before or after it.
        return date(year, month, day) if 1000 < year < 9000 else None
    except ValueError:
        return None
