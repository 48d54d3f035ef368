"""The console's first page: figures, each with the list behind it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypedDict
from urllib.parse import urlencode

import reflex as rx
from babel.dates import format_date

from certify_app.db.engine import read
from certify_app.domain.acts import Act
from certify_app.domain.figures.overview import Overview as Figures
from certify_app.domain.figures.overview import overview
from certify_app.domain.money import say_money
from certify_app.domain.permissions import Audience
from certify_app.locales import _
from certify_app.locales.dates import babel_locale
from certify_app.locales.paths import localised
from certify_app.state.portal.spoken import spoken

NEARLY_FULL = 0.1


class Point(TypedDict):
    """One bar: `name` under it, `count` its height, `href` the list behind it."""

    name: str
    count: int
    href: str


@dataclass(frozen=True)
class Shown:
    """Figures as they are read."""

    learners: str = ""
    registered: str = ""
    waiting: int = 0
    awards: str = ""
    downloads: str = ""
    checks: str = ""
    orders: str = ""
    to_fulfil: int = 0
    revenue: str = ""
    reports: int = 0
    mails_waiting: int = 0
    mails_failed: int = 0
    disk: str = ""
    disk_low: bool = False


class Overview(rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = Act.SEE_CONSOLE

    figures: Shown = Shown()
    by_month: list[Point] = []
    by_qualification: list[Point] = []

    @rx.event
    async def load(self) -> None:
        found = await read(overview)
        with spoken(self):
            self.figures = _shown(found)
            self.by_month = [_month(first, count) for first, count in found.by_month]
            self.by_qualification = [
                Point(name=title, count=count, href=_awards(qualification=str(id)))
                for id, title, count in found.by_qualification
            ]


def _shown(found: Figures) -> Shown:
    free = found.disk_free / 2**30
    return Shown(
        learners=f"{found.learners:,}",
        registered=_("{count} registered", count=f"{found.registered:,}"),
        waiting=found.waiting,
        awards=f"{found.awards:,}",
        downloads=f"{found.downloads:,}",
        checks=f"{found.checks:,}",
        orders=f"{found.orders:,}",
        to_fulfil=found.to_fulfil,
        revenue=say_money(found.revenue, found.currency),
        reports=found.open_reports,
        mails_waiting=found.mails_waiting,
        mails_failed=found.mails_failed,
        disk=_("{free} GB free", free=f"{free:,.0f}"),
        disk_low=found.disk_free < NEARLY_FULL * found.disk_size,
    )


def _month(first: date, count: int) -> Point:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    days = {"date-from": f"{first:%d/%m/%Y}", "date-to": f"{last:%d/%m/%Y}"}
    return Point(
        name=format_date(first, "MMM yy", babel_locale()), count=count, href=_awards(**days)
    )


def _awards(**asked: str) -> str:
    return f"{localised('/console/awards')}?{urlencode(asked)}"
