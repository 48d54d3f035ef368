"""What third parties ask of a learner: approved or declined here and on the dashboard."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.errors import NotAnswerable
from certify_app.domain.connections.extend_connection import answer_extension
from certify_app.domain.connections.models import Connection
from certify_app.domain.connections.queries import Side, waiting_for
from certify_app.domain.connections.share_end import day_of
from certify_app.domain.connections.statuses import ConnectionStatus
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.locales.paths import localised
from certify_app.state.portal.connection_rows import AskRow, ask_row
from certify_app.state.portal.connections import Connections
from certify_app.state.portal.spoken import spoken


class Asks(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    rows: list[AskRow] = []
    message: str = ""
    problem: str = ""

    @rx.event
    async def load(self) -> None:
        self.message = self.problem = ""
        await self._show()

    @rx.event
    async def approve(self, connection_id: int) -> Any:
        return await self._answer(connection_id, True)

    @rx.event
    async def decline(self, connection_id: int) -> Any:
        return await self._answer(connection_id, False)

    async def _answer(self, connection_id: int, approve: bool) -> Any:
        """An accepted connection leads on to what it is to show."""
        self.message = self.problem = ""
        listed, leads_on = await self.get_state(Connections), False
        with spoken(self):
            try:
                connection, was_new = await write(
                    answer_ask, who().account_id, connection_id, approve
                )
                self.message = _said(connection, was_new, approve)
                leads_on = approve and was_new
            except DomainError as problem:
                self.problem = str(problem)
            await self._show()
            await listed._show()
            if leads_on:
                return rx.redirect(localised(f"/connections/{connection_id}"))
        return None

    async def _show(self) -> None:
        with spoken(self):
            self.rows = [ask_row(row) for row in await read(waiting_for, who().account_id)]


def answer_ask(
    session: Session, account_id: int, connection_id: int, approve: bool
) -> tuple[Connection, bool]:
    """The connection, and whether it was that which was asked for."""
    asked = {row.connection.id: row for row in waiting_for(session, account_id)}.get(connection_id)
    if asked is None:
        raise NotAnswerable
    if asked.extension and asked.extension.id:
        return answer_extension(session, account_id, asked.extension.id, approve), False
    return answer_connection(session, account_id, connection_id, Side.LEARNER, approve), True


def _said(connection: Connection, was_new: bool, approve: bool) -> str:
    name, until = connection.third_party_name, day(day_of(connection.expires_at))
    if was_new:
        said = _("You are connected with {name}") if approve else _("You declined {name}")
        return said.format(name=name)
    if approve:
        return _("The share with {name} ends on {day}", name=name, day=until)
    if connection.status is ConnectionStatus.EXPIRED:
        return _("The share with {name} stays ended", name=name)
    return _("The share with {name} still ends on {day}", name=name, day=until)
