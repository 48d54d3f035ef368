"""A third party's connections: accept, reject, ask for more time, leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.move_connection import status_now
from certify_app.domain.connections.queries import Listed, Side, Tab, list_connections
from certify_app.domain.connections.share_end import day_of
from certify_app.domain.connections.statuses import (
    INITIATED_BY,
    RUNNING,
    ConnectionStatus,
    InitiatedBy,
)
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.locales.paths import language_of, localised
from certify_app.state import asked_connections
from certify_app.state.asked_connections import FILTERS, PER_PAGE, Asked, last_page, showing
from certify_app.state.portal.connection_rows import end_sentence, shared_line
from certify_app.state.portal.spoken import spoken

SIDE = Side.THIRD_PARTY


@dataclass(frozen=True)
class StudentRow:
    """One connection as the third party sees it; `wish` says that more time was asked for."""

    id: int = 0
    href: str = ""
    student: str = ""
    email: str = ""
    status: str = ""
    initiated_by: str = ""
    shared: str = ""
    shared_line: str = ""
    ends: str = ""
    sentence: str = ""
    purpose: str = ""
    wish: str = ""
    is_over: bool = False
    asks_us: bool = False


class StudentConnections(rx.State):
    audience: ClassVar[Audience] = Audience.THIRD_PARTY

    rows: list[StudentRow] = []
    tab: str = Tab.ACTIVE.value
    search: str = ""
    found: int = 0
    page: int = 1
    showing: str = ""
    address: str = ""
    message: str = ""
    problem: str = ""
    chips: list[list[str]] = []
    filter_open: bool = False
    filters: dict[str, str] = {}
    _asked: Asked = Asked()

    @rx.var
    def has_next(self) -> bool:
        return self.page * PER_PAGE < self.found

    @rx.event
    async def load(self) -> None:
        """From the address, which may be a bookmark or be typed by anyone."""
        self._tell()
        self.filter_open = False
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
    async def accept(self, connection_id: int) -> Any:
        if await self._answer(connection_id, True):
            with spoken(self):
                return rx.redirect(localised(f"/third-party/connections/{connection_id}"))
        return None

    @rx.event
    async def reject(self, connection_id: int) -> None:
        await self._answer(connection_id, False)

    async def _answer(self, connection_id: int, accept: bool) -> bool:
        with spoken(self):
            try:
                await write(answer_connection, who().account_id, connection_id, SIDE, accept)
            except DomainError as problem:
                self._tell(problem=str(problem))
                return False
            self._tell(_("You are connected now") if accept else _("You rejected the request"))
        await self._show()
        return True

    def _tell(self, message: str = "", problem: str = "") -> None:
        self.message, self.problem = message, problem

    async def _show(self, asked: Asked | None = None) -> None:
        asked = asked or self._asked
        rows, found = await read(_seen, who().account_id, asked)
        if not rows and found:
            asked = replace(asked, page=last_page(found))
            rows, found = await read(_seen, who().account_id, asked)
        self._asked, self.tab, self.search, self.page = asked, asked.tab, asked.search, asked.page
        self.found = found
        self.filters = {name: getattr(asked, name) for name in FILTERS}
        place = localised("/third-party", language_of(self.router.url.path))
        self.address = asked.address(place)
        with spoken(self):
            self.rows = [student_row(row) for row in rows]
            self.showing, self.chips = showing(asked, len(rows), found), asked.chips()


def _seen(session: Session, account_id: int, asked: Asked) -> tuple[list[Listed], int]:
    rows, found = list_connections(
        session, account_id, SIDE, Tab(asked.tab), asked.filter(), asked.page, PER_PAGE
    )
    return list(rows), found


def student_row(row: Listed) -> StudentRow:
    """In the language being spoken."""
    connection, status = row.connection, status_now(row.connection)
    wish = row.extension
    return StudentRow(
        id=connection.id or 0,
        href=localised(f"/third-party/connections/{connection.id}"),
        student=row.student_name,
        email=row.student_email or _("Shown once accepted"),
        status=status.value,
        initiated_by=_(INITIATED_BY[connection.initiated_by]),
        shared=str(row.shared) if row.shared else _("None"),
        shared_line=shared_line(row.shared),
        ends=day(day_of(connection.expires_at)),
        sentence=end_sentence(row),
        purpose=connection.purpose,
        wish=_("You asked for more time, until {day}", day=day(day_of(wish.wished_until)))
        if wish
        else "",
        is_over=status not in RUNNING,
        asks_us=status is ConnectionStatus.PENDING
        and connection.initiated_by is InitiatedBy.STUDENT,
    )
