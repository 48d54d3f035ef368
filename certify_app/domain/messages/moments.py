"""Moments as a reader sees them: in the awarding body's time zone and the reader's language."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_date, format_time

from certify_app.config import settings
from certify_app.locales import _, language

LOCALES = {"en": "en_GB"}


def moment(at: datetime) -> str:
    """Such as "3 Feb 2027 at 10:05"."""
    local = at.astimezone(settings().zone)
    locale = LOCALES.get(language(), language())
    return _(
        "{date} at {time}",
        date=format_date(local, "d MMM y", locale),
        time=format_time(local, "HH:mm", locale=locale),
    )
