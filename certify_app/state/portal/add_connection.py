"""Add Connection (guide 6.2.1)."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import today
from certify_app.domain.connections.request_connection import Wanted, request_connection
from certify_app.domain.connections.share_end import latest_day, proposed_day
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.locales.paths import localised
from certify_app.state.asked_connections import Asked
from certify_app.state.portal.connections import Connections
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import text


class AddConnection(rx.State):
    """`openings` makes the form new at each opening; `made_href` leads to the request just sent."""

    audience: ClassVar[Audience] = Audience.LEARNER

    opened: bool = False
    openings: int = 0
    proposed: str = ""
    first: str = ""
    last: str = ""
    latest: str = ""
    errors: dict[str, str] = {}
    made_href: str = ""

    @rx.event
    async def open(self) -> None:
        rule = await read(_rule)
        self.proposed, self.last = f"{rule[0]:%d/%m/%Y}", rule[1].isoformat()
        self.first = today(settings().zone).isoformat()
        with spoken(self):
            self.latest = day(rule[1])
        self.errors, self.opened, self.made_href = {}, True, ""
        self.openings += 1

    @rx.event
    def close(self) -> None:
        self.opened = False

    @rx.event
    async def send(self, form: dict[str, Any]) -> None:
        wanted = Wanted(
            name=text(form, "name"),
            email=text(form, "recipient_email"),
            expiry_date=text(form, "expiry_date"),
        )
        listed = await self.get_state(Connections)
        with spoken(self):
            try:
                connection = await write(request_connection, who().account_id, wanted)
            except DomainError as problem:
                self.errors = _at_fields(problem)
                return
            self.opened, self.errors = False, {}
            self.made_href = localised(f"/connections/{connection.id}")
            listed._tell(
                _("A request was sent to {name}", name=connection.third_party_name),
            )
        await listed._show(Asked())


FIELDS = {"email": "recipient_email"}


def _at_fields(problem: DomainError) -> dict[str, str]:
    found = problem.problems if isinstance(problem, Problems) else [problem]
    return {FIELDS.get(p.field, p.field): str(p) for p in found}


def _rule(session: Session) -> Any:
    body = awarding_body(session)
    return proposed_day(body), latest_day(body)
