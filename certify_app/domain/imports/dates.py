"""Dates as people write them. The day comes before the month: 03/02/2027 is 3 February.

Taken: 2027-02-03, 2027/02/03, 03/02/2027, 3-2-2027, 03.02.2027, 3 February 2027,
3rd Feb 2027, 3 Chwefror 2027. A month first or a year in two digits is never guessed.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from certify_app.domain.imports.problems import BadCell, shown
from certify_app.locales import N_

_YEAR_FIRST = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?", re.ASCII
)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: 00:00(?::00)?)?", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}([-/. ])(?:\d{1,2}|[^\W\d]+\.?)\1\d{2}", re.ASCII)
_IN_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?(?: |-)([^\W\d]+)\.?(?:, | |-)(\d{4})"
)
_SERIAL = re.compile(r"\d{5}(?:\.0+)?", re.ASCII)

_MONTHS = (
    ("january", "jan", "ionawr", "ion"),
    ("february", "feb", "chwefror", "chwef"),
    ("march", "mar", "mawrth", "maw"),
    ("april", "apr", "ebrill", "ebr"),
    ("may", "mai"),
    ("june", "jun", "mehefin", "meh"),
    ("july", "jul", "gorffennaf", "gorff"),
    ("august", "aug", "awst"),
    ("september", "sept", "sep", "medi"),
    ("october", "oct", "hydref", "hyd"),
    ("november", "nov", "tachwedd", "tach"),
    ("december", "dec", "rhagfyr", "rhag"),
)
_BY_NAME = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names}


class DateNotUnderstood(BadCell):
    sentence = N_("{value} is not a date we understand. Write it like 31/12/2026")


class DateWithShortYear(BadCell):
    sentence = N_("Write the year of {value} in four digits, like 31/12/2026")


class DateIsSerial(BadCell):
    sentence = N_(
        "{value} is Excel’s inner number for a date. Format the column as a date and export again"
    )


class DateWithMonthFirst(BadCell):
    sentence = N_("{value} has no month {month}. Write the day first: {turned}")


class NoSuchMonth(BadCell):
    sentence = N_("{value} is not in the calendar: there is no month {month}")


class NoSuchDay(BadCell):
    sentence = N_("{value} is not in the calendar: that month has {days} days")


class NoSuchYear(BadCell):
    sentence = N_("{value} is not in the calendar: there is no year 0")


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date:
    """The day a cell means.

    Raises:
        BadCell: not a date, not in the calendar, or open to two readings.
    """
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(text, int(found[1]), int(found[3]), int(found[4]), day_first=False)
    if found := _DAY_FIRST.fullmatch(text):
        return _day(text, int(found[4]), int(found[3]), int(found[1]), day_first=True)
    if found := _IN_WORDS.fullmatch(text):
        month = _BY_NAME.get(found[2].casefold())
        if month:
            return _day(text, int(found[3]), month, int(found[1]), day_first=False)
    raise _not_understood(text)


def _not_understood(text: str) -> BadCell:
    if _SHORT_YEAR.fullmatch(text):
        return DateWithShortYear(value=shown(text))
    if _SERIAL.fullmatch(text):
        return DateIsSerial(value=shown(text))
    return DateNotUnderstood(value=shown(text))


def _day(text: str, year: int, month: int, day: int, *, day_first: bool) -> date:
    if year == 0:
        raise NoSuchYear(value=text)
    if not 1 <= month <= 12:
        if day_first and 1 <= day <= 12 and month <= 31:
            turned = f"{month:02d}/{day:02d}/{year:04d}"
            raise DateWithMonthFirst(value=text, month=month, turned=turned)
        raise NoSuchMonth(value=text, month=month)
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise NoSuchDay(value=text, days=days)
    return date(year, month, day)
