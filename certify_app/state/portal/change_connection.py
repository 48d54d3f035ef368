"""What the row of a connection offers: send again, extend (6.3.2), cancel (6.3.3)."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.connections.cancel_connection import cancel_connection
from certify_app.domain.connections.extend_connection import check_extension, extend_connection
from certify_app.domain.connections.queries import Listed, Side, find_listed
from certify_app.domain.connections.request_connection import ask_again
from certify_app.domain.connections.share_end import day_of, latest_day
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.state.portal.connection_rows import ConnectionRow, connection_row
from certify_app.state.portal.connections import Connections
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import text


class ChangeConnection(rx.State):
    """`step` of a dialog: "" is closed, "ask", then "confirm" or "done"."""

    audience: ClassVar[Audience] = Audience.LEARNER

    row: ConnectionRow = ConnectionRow()
    extending: str = ""
    cancelling: str = ""
    openings: int = 0
    present: str = ""
    first: str = ""
    last: str = ""
    until: str = ""
    errors: dict[str, str] = {}
    _typed: str = ""

    @rx.event
    async def send_again(self, connection_id: int) -> None:
        listed = await self.get_state(Connections)
        with spoken(self):
            try:
                row = await read(find_listed, who().account_id, connection_id, Side.LEARNER)
                await write(ask_again, who().account_id, connection_id)
            except DomainError as problem:
                listed._tell(problem=str(problem))
                return
            name = row.connection.third_party_name
            listed._tell(_("The request was sent to {name} again", name=name))
        await listed._show()

    @rx.event
    async def ask_extend(self, connection_id: int) -> None:
        if await self._look_at(connection_id):
            self.extending, self.errors = "ask", {}
            self.openings += 1

    @rx.event
    async def save_extend(self, form: dict[str, Any]) -> None:
        """Save leads to the confirmation; nothing has changed before OK."""
        typed = text(form, "extend_date")
        with spoken(self):
            try:
                until = await read(
                    check_extension, who().account_id, self.row.id, Side.LEARNER, typed
                )
            except DomainError as problem:
                self.errors = {"extend_date" if problem.field else "": str(problem)}
                return
            self.until = day(day_of(until))
        self._typed, self.extending, self.errors = typed, "confirm", {}

    @rx.event
    async def confirm_extend(self) -> None:
        if self.extending != "confirm":
            return
        listed = await self.get_state(Connections)
        with spoken(self):
            try:
                await write(extend_connection, who().account_id, self.row.id, self._typed)
            except DomainError as problem:
                self.errors, self.extending = {"extend_date": str(problem)}, "ask"
                return
            listed._tell(
                _("The share with {name} ends on {day}", name=self.row.name, day=self.until)
            )
        self.extending = ""
        await listed._show()

    @rx.event
    def close_extend(self) -> None:
        self.extending = ""

    @rx.event
    async def ask_cancel(self, connection_id: int) -> None:
        if await self._look_at(connection_id):
            self.cancelling = "ask"

    @rx.event
    async def confirm_cancel(self) -> None:
        if self.cancelling != "ask":
            return
        listed = await self.get_state(Connections)
        with spoken(self):
            try:
                await write(cancel_connection, who().account_id, self.row.id, Side.LEARNER)
            except DomainError as problem:
                self.cancelling = ""
                listed._tell(problem=str(problem))
                return
        self.cancelling = "done"
        await listed._show()

    @rx.event
    def close_cancel(self) -> None:
        self.cancelling = ""

    async def _look_at(self, connection_id: int) -> bool:
        """At one of this learner's connections, as it is now."""
        listed = await self.get_state(Connections)
        with spoken(self):
            try:
                row, latest = await read(_looked_at, who().account_id, connection_id)
            except DomainError as problem:
                listed._tell(problem=str(problem))
                return False
            self.row = connection_row(row)
        ends = day_of(row.connection.expires_at)
        self.present, self.first, self.last = f"{ends:%d/%m/%Y}", ends.isoformat(), latest
        listed._tell()
        return True


def _looked_at(session: Session, account_id: int, connection_id: int) -> tuple[Listed, str]:
    row = find_listed(session, account_id, connection_id, Side.LEARNER)
    return row, latest_day(awarding_body(session)).isoformat()
