"""Manage connections (guide 6): the list, its log, and what the last act said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read
from certify_app.domain.connections.access_log import LogLine, SearchHit, list_hits, list_log
from certify_app.domain.connections.queries import Listed, Side, Tab, list_connections
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales.paths import language_of, localised
from certify_app.state import asked_connections
from certify_app.state.asked_connections import FILTERS, PER_PAGE, Asked, last_page, showing
from certify_app.state.portal.connection_rows import (
    ConnectionRow,
    EventRow,
    connection_row,
    event_row,
    hit_row,
)
from certify_app.state.portal.spoken import spoken

LATEST = 6


class Connections(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    rows: list[ConnectionRow] = []
    tab: str = Tab.ACTIVE.value
    search: str = ""
    found: int = 0
    page: int = 1
    showing: str = ""
    address: str = ""
    chips: list[list[str]] = []
    filter_open: bool = False
    filters: dict[str, str] = {}
    has_any: bool = False
    log: list[EventRow] = []
    message: str = ""
    problem: str = ""
    _asked: Asked = Asked()
    _keeps_message: bool = False

    @rx.var
    def has_next(self) -> bool:
        return self.page * PER_PAGE < self.found

    @rx.event
    async def load(self) -> None:
        """From the address, which may be a bookmark or be typed by anyone."""
        if not self._keeps_message:
            self.message = ""
        self._keeps_message, self.problem, self.filter_open = False, "", False
        await self._show(asked_connections.read(self.router.url.query_parameters))

    @rx.event
    async def choose_tab(self, tab: str) -> None:
        self._tell()
        await self._show(asked_connections.read({"tab": tab, "search": self._asked.search}))

    @rx.event
    async def search_for(self, text: str) -> None:
        await self._show(asked_connections.read({**vars(self._asked), "search": text, "page": 1}))

    @rx.event
    async def go_previous(self) -> None:
        await self._show(replace(self._asked, page=max(1, self.page - 1)))

    @rx.event
    async def go_next(self) -> None:
        await self._show(replace(self._asked, page=self.page + 1))

    @rx.event
    def open_filter(self) -> None:
        self.filter_open = True

    @rx.event
    def close_filter(self) -> None:
        self.filter_open = False

    @rx.event
    async def apply_filter(self, form: dict[str, Any]) -> None:
        self.filter_open = False
        kept = {"tab": self._asked.tab, "search": self._asked.search}
        await self._show(asked_connections.read({**form, **kept, "page": 1}))

    @rx.event
    async def remove_filter(self, name: str) -> None:
        if name in FILTERS:
            await self._show(asked_connections.read({**vars(self._asked), name: "", "page": 1}))

    @rx.event
    async def clear_filters(self) -> None:
        await self._show(Asked(tab=self._asked.tab, search=self._asked.search))

    @rx.event
    def dismiss(self) -> None:
        self._tell()

    def _tell(self, message: str = "", problem: str = "", keep: bool = False) -> None:
        """`keep` it over the next load, when the page was left and is come back to."""
        self.message, self.problem, self._keeps_message = message, problem, keep

    async def _show(self, asked: Asked | None = None) -> None:
        asked = asked or self._asked
        seen = await read(_seen, who().account_id, asked)
        if not seen.rows and seen.found:
            asked = replace(asked, page=last_page(seen.found))
            seen = await read(_seen, who().account_id, asked)
        self._asked, self.tab, self.search, self.page = asked, asked.tab, asked.search, asked.page
        self.found, self.has_any = seen.found, seen.has_any
        self.filters = {name: getattr(asked, name) for name in FILTERS}
        self.address = asked.address(localised("/connections", language_of(self.router.url.path)))
        with spoken(self):
            self.rows = [connection_row(row) for row in seen.rows]
            self.showing, self.chips = showing(asked, len(seen.rows), seen.found), asked.chips()
            events = [(line.at, event_row(n, line)) for n, line in enumerate(seen.log)]
            events += [(hit.at, hit_row(n, hit)) for n, hit in enumerate(seen.hits)]
            newest = sorted(events, key=lambda event: event[0], reverse=True)
            self.log = [row for _at, row in newest[:LATEST]]


@dataclass(frozen=True)
class _Seen:
    rows: list[Listed]
    found: int
    has_any: bool
    log: list[LogLine]
    hits: list[SearchHit]


def _seen(session: Session, account_id: int, asked: Asked) -> _Seen:
    tab = Tab(asked.tab)
    rows, found = list_connections(
        session, account_id, Side.LEARNER, tab, asked.filter(), asked.page, PER_PAGE
    )
    has_any = any(list_connections(session, account_id, Side.LEARNER, t, size=1)[1] for t in Tab)
    log = list_log(session, account_id, limit=LATEST)
    return _Seen(list(rows), found, has_any, log, list_hits(session, account_id, LATEST))
