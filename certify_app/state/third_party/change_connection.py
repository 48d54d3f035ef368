"""A third party asks for more time (guide 6.3.2), or leaves a connection."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.connections.cancel_connection import cancel_connection
from certify_app.domain.connections.extend_connection import check_extension, wish_extension
from certify_app.domain.connections.queries import Listed, find_listed
from certify_app.domain.connections.share_end import day_of, latest_day
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.state.portal.spoken import spoken
from certify_app.state.third_party.connections import (
    SIDE,
    StudentConnections,
    StudentRow,
    student_row,
)
from certify_app.state.typed import text


class ChangeStudentConnection(rx.State):
    """`asking` is "" (closed), "ask" or "confirm"; `leaving` "", "ask" or "done"."""

    audience: ClassVar[Audience] = Audience.THIRD_PARTY

    row: StudentRow = StudentRow()
    asking: str = ""
    leaving: str = ""
    openings: int = 0
    present: str = ""
    first: str = ""
    last: str = ""
    until: str = ""
    errors: dict[str, str] = {}
    _typed: tuple[str, str] = ("", "")

    @rx.event
    async def ask_extend(self, connection_id: int) -> None:
        if await self._look_at(connection_id):
            self.asking, self.errors = "ask", {}
            self.openings += 1

    @rx.event
    async def save_extend(self, form: dict[str, Any]) -> None:
        """Save leads to the confirmation; nothing is sent before OK."""
        typed = text(form, "extend_date"), text(form, "reason")
        with spoken(self):
            try:
                until = await read(check_extension, who().account_id, self.row.id, SIDE, typed[0])
            except DomainError as problem:
                self.errors = {"extend_date" if problem.field else "": str(problem)}
                return
            self.until = day(day_of(until))
        self._typed, self.asking, self.errors = typed, "confirm", {}

    @rx.event
    async def confirm_extend(self) -> None:
        if self.asking != "confirm":
            return
        listed = await self.get_state(StudentConnections)
        with spoken(self):
            try:
                await write(wish_extension, who().account_id, self.row.id, *self._typed)
            except DomainError as problem:
                self.errors, self.asking = {"extend_date": str(problem)}, "ask"
                return
            listed._tell(
                _("{learner} was asked for more time and decides", learner=self.row.student)
            )
        self.asking = ""
        await listed._show()

    @rx.event
    def close_extend(self) -> None:
        self.asking = ""

    @rx.event
    async def ask_leave(self, connection_id: int) -> None:
        if await self._look_at(connection_id):
            self.leaving = "ask"

    @rx.event
    async def confirm_leave(self) -> None:
        if self.leaving != "ask":
            return
        listed = await self.get_state(StudentConnections)
        with spoken(self):
            try:
                await write(cancel_connection, who().account_id, self.row.id, SIDE)
            except DomainError as problem:
                self.leaving = ""
                listed._tell(problem=str(problem))
                return
        self.leaving = "done"
        await listed._show()

    @rx.event
    def close_leave(self) -> None:
        self.leaving = ""

    async def _look_at(self, connection_id: int) -> bool:
        """At one of this third party's connections, as it is now."""
        listed = await self.get_state(StudentConnections)
        with spoken(self):
            try:
                row, latest = await read(_looked_at, who().account_id, connection_id)
            except DomainError as problem:
                listed._tell(problem=str(problem))
                return False
            self.row = student_row(row)
        ends = day_of(row.connection.expires_at)
        self.present, self.first, self.last = f"{ends:%d/%m/%Y}", ends.isoformat(), latest
        listed._tell()
        return True


def _looked_at(session: Session, account_id: int, connection_id: int) -> tuple[Listed, str]:
    row = find_listed(session, account_id, connection_id, SIDE)
    return row, latest_day(awarding_body(session)).isoformat()
