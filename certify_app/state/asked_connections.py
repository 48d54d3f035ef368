"""What a list of connections was asked for, kept in the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any
from urllib.parse import urlencode

from certify_app.config import settings
from certify_app.domain.connections.errors import DateMissing
from certify_app.domain.connections.queries import Filter, Tab
from certify_app.domain.connections.share_end import end_of, read_day
from certify_app.domain.connections.statuses import (
    INITIATED_BY,
    RUNNING,
    SHOWN,
    ConnectionStatus,
    InitiatedBy,
)
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.state.typed import only_text

PER_PAGE = 10
LONGEST_SEARCH = 100
FILTERS = ("status", "initiated_by", "ends_from", "ends_to")


@dataclass(frozen=True)
class Asked:
    """Nothing that comes from a browser is taken for what it should be; see `read`."""

    tab: str = Tab.ACTIVE.value
    search: str = ""
    status: str = ""
    initiated_by: str = ""
    ends_from: str = ""
    ends_to: str = ""
    page: int = 1

    def filter(self) -> Filter:
        begin = read_day(self.ends_from) if self.ends_from else None
        return Filter(
            search=self.search,
            status=ConnectionStatus(self.status) if self.status else None,
            initiated_by=InitiatedBy(self.initiated_by) if self.initiated_by else None,
            ends_from=datetime.combine(begin, time(), settings().zone) if begin else None,
            ends_to=end_of(read_day(self.ends_to)) if self.ends_to else None,
        )

    def address(self, place: str) -> str:
        usual = Asked()
        kept = {k: v for k, v in vars(self).items() if v != getattr(usual, k)}
        return f"{place}?{urlencode(kept)}" if kept else place

    def chips(self) -> list[list[str]]:
        """Key and words of each filter, in the language being spoken."""
        found = []
        if self.status:
            found.append(["status", _(SHOWN[ConnectionStatus(self.status)])])
        if self.initiated_by:
            said = _(INITIATED_BY[InitiatedBy(self.initiated_by)])
            found.append(["initiated_by", _("Initiated by: {who}", who=said)])
        if self.ends_from:
            found.append(["ends_from", _("Ends from {day}", day=day(read_day(self.ends_from)))])
        if self.ends_to:
            found.append(["ends_to", _("Ends until {day}", day=day(read_day(self.ends_to)))])
        return found


def read(asked: Mapping[str, Any]) -> Asked:
    """From an address or a form, which may hold anything."""
    tab = asked.get("tab")
    words = only_text(asked.get("search")).encode("utf-8", "ignore").decode().replace("\0", "")
    page = str(asked.get("page", ""))
    wanted = Asked(
        tab=tab if tab in set(Tab) else Tab.ACTIVE.value,
        search=" ".join(words.split())[:LONGEST_SEARCH],
        initiated_by=_one_of(InitiatedBy, asked.get("initiated_by")),
        ends_from=_day(asked.get("ends_from")),
        ends_to=_day(asked.get("ends_to")),
        page=max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
    )
    status = _one_of(ConnectionStatus, asked.get("status"))
    fits = bool(status) and (ConnectionStatus(status) in RUNNING) == (wanted.tab == Tab.ACTIVE)
    return replace(wanted, status=status if fits else "")


def showing(asked: Asked, on_page: int, found: int) -> str:
    """Such as "Showing 1 - 5 of 12", in the language being spoken."""
    if not found:
        return ""
    first = (asked.page - 1) * PER_PAGE + 1
    last = first + on_page - 1
    return _("Showing {first} - {last} of {count}", first=first, last=last, count=found)


def last_page(found: int) -> int:
    return max(1, -(-found // PER_PAGE))


def _one_of(kind: type[ConnectionStatus] | type[InitiatedBy], value: object) -> str:
    return str(value) if value in set(kind) else ""


def _day(value: object) -> str:
    try:
        return read_day(value).isoformat()
    except DateMissing:
        return ""
