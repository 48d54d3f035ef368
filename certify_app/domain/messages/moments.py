"""Moments in a mail: in the awarding body's time zone and the reader's language."""

from __future__ import annotations

from datetime import datetime

from certify_app.config import settings
from certify_app.locales import dates


def moment(at: datetime) -> str:
    """Such as "3 Feb 2027 at 10:05"."""
    return dates.moment(at, settings().zone)
