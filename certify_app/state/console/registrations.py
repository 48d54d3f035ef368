"""Staff decide on registrations that the records alone cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import reflex as rx

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.accounts.decide_registration import (
    approve_registration,
    refuse_registration,
)
from certify_app.domain.accounts.registrations_waiting import WaitingRegistration, list_waiting
from certify_app.domain.acts import Act, may
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import N_, _
from certify_app.locales.dates import moment
from certify_app.state.portal.spoken import spoken


@dataclass(frozen=True)
class WaitingRow:
    id: int = 0
    name: str = ""
    number: str = ""
    email: str = ""
    known_email: str = ""
    since: str = ""


class WaitingRegistrations(rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = Act.SEE_LEARNERS
    acts: ClassVar[dict[str, Act]] = {
        "approve": Act.DECIDE_REGISTRATIONS,
        "refuse": Act.DECIDE_REGISTRATIONS,
    }

    rows: list[WaitingRow] = []
    may_decide: bool = False
    message: str = ""
    problem: str = ""

    @rx.event
    async def load(self) -> None:
        self.message = self.problem = ""
        await self._list()

    @rx.event
    async def approve(self, registration_id: int) -> None:
        await self._decide(
            registration_id, approve_registration, N_("{name} can log in now, and is told so.")
        )

    @rx.event
    async def refuse(self, registration_id: int) -> None:
        await self._decide(
            registration_id, refuse_registration, N_("{name} is refused, and is told so.")
        )

    async def _decide(self, registration_id: int, decide: Callable[..., Any], said: str) -> None:
        self.message = self.problem = ""
        name = next((row.name for row in self.rows if row.id == registration_id), "")
        if not name or not may(who(), Act.DECIDE_REGISTRATIONS):
            return
        with spoken(self):
            try:
                await write(decide, registration_id, who().account_id)
                self.message = _(said, name=name)
            except DomainError as problem:
                self.problem = str(problem)
        await self._list()

    async def _list(self) -> None:
        self.may_decide = may(who(), Act.DECIDE_REGISTRATIONS)
        waiting = await read(list_waiting)
        with spoken(self):
            self.rows = [_row(one) for one in waiting]


def _row(one: WaitingRegistration) -> WaitingRow:
    return WaitingRow(
        id=one.id,
        name=one.name,
        number=one.enrolment_number,
        email=one.email,
        known_email=one.email_in_records or _("none"),
        since=moment(one.created_at, settings().zone),
    )
