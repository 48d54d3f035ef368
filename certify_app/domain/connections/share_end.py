"""When a share ends: at 23:59:59 of a day, in the awarding body's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from certify_app.config import settings
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.clock import today
from certify_app.domain.connections.errors import DateInThePast, DateMissing, DateTooFar
from certify_app.locales.dates import day as say_day


def read_day(typed: object) -> date:
    """A day typed as dd/mm/yyyy, or as a calendar gives it (ISO 8601).

    Raises:
        DateMissing: no such day.
    """
    text = typed.strip() if isinstance(typed, str) else ""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise DateMissing


def end_of(day: date) -> datetime:
    """The last second of the day, in UTC."""
    return datetime.combine(day, time(23, 59, 59), settings().zone).astimezone(UTC)


def day_of(moment: datetime) -> date:
    """The day on which a share ends, as the learner counts days."""
    return moment.astimezone(settings().zone).date()


def proposed_day(body: AwardingBody) -> date:
    return today(settings().zone) + timedelta(days=body.share_days)


def latest_day(body: AwardingBody) -> date:
    return today(settings().zone) + timedelta(days=body.longest_share_days)


def check_day(body: AwardingBody, day: date) -> datetime:
    """The end of a share that the awarding body's rule allows.

    Raises:
        DateInThePast, DateTooFar
    """
    first = today(settings().zone)
    latest = latest_day(body)
    if day < first:
        raise DateInThePast
    if day > latest:
        raise DateTooFar(latest=say_day(latest))
    return end_of(day)
