"""Days and moments as a person reads them, in the language being spoken."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from certify_app.locales import _, language

BABEL = {"en": "en_GB", "cy": "cy_GB"}


def babel_locale() -> str:
    """The name by which Babel knows the language being spoken."""
    return BABEL[language()]


def day(on: date) -> str:
    """Such as "3 Feb 2027"."""
    return _formatted(on, language())


def month(on: date) -> str:
    """Such as "October 2021"."""
    return format_date(on, "LLLL y", babel_locale())


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Such as "3 Feb 2027 at 14:02"."""
    local = at.astimezone(zone)
    return _("{date} at {time}", date=day(local.date()), time=f"{local:%H:%M}")


@lru_cache(maxsize=2048)
def _formatted(on: date, code: str) -> str:
    return format_date(on, "d MMM y", BABEL[code])
