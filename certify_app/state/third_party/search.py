"""The search of learners who opted in (guide 7.2.3), and asking one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import today
from certify_app.domain.connections.search_learners import (
    Found,
    ask_found_learner,
    check_approved,
    search_learners,
)
from certify_app.domain.connections.share_end import latest_day, proposed_day
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _, plural
from certify_app.locales.dates import day
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import only_text, text


@dataclass(frozen=True)
class FoundRow:
    name: str = ""
    reference: str = ""
    title: str = ""
    award_date: str = ""


class LearnerSearch(rx.State):
    audience: ClassVar[Audience] = Audience.THIRD_PARTY

    closed: str = ""
    rows: list[FoundRow] = []
    summary: str = ""
    searched: bool = False
    errors: dict[str, str] = {}
    message: str = ""
    chosen: FoundRow = FoundRow()
    asking: bool = False
    openings: int = 0
    ask_errors: dict[str, str] = {}
    proposed: str = ""
    first: str = ""
    last: str = ""

    @rx.event
    async def load(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]
        with spoken(self):
            try:
                await read(check_approved, who().account_id)
            except DomainError as problem:
                self.closed = str(problem)

    @rx.event
    async def search(self, form: dict[str, Any]) -> None:
        self.rows, self.summary, self.message, self.errors = [], "", "", {}
        with spoken(self):
            try:
                found = await search_learners(who().account_id, text(form, "search"))
            except DomainError as problem:
                self.errors, self.searched = {problem.field or "search": str(problem)}, False
                return
            self.rows, self.searched = [_row(one) for one in found], True
            self.summary = plural("{count} award found", "{count} awards found", len(found))

    @rx.event
    async def ask(self, reference: str) -> None:
        chosen = next((row for row in self.rows if row.reference == only_text(reference)), None)
        if chosen is None:
            return
        body = await read(awarding_body)
        self.chosen, self.asking, self.ask_errors = chosen, True, {}
        self.proposed = f"{proposed_day(body):%d/%m/%Y}"
        self.first, self.last = today(settings().zone).isoformat(), latest_day(body).isoformat()
        self.openings += 1

    @rx.event
    def close(self) -> None:
        self.asking = False

    @rx.event
    async def send(self, form: dict[str, Any]) -> None:
        if not self.asking:
            return
        typed = text(form, "expiry_date"), text(form, "purpose")
        with spoken(self):
            try:
                await write(_ask, who().account_id, self.chosen.reference, *typed)
            except DomainError as problem:
                found = problem.problems if isinstance(problem, Problems) else [problem]
                self.ask_errors = {_field(one): str(one) for one in found}
                return
            self.message = _("{name} was asked and decides", name=self.chosen.name)
        self.asking = False


def _ask(session: Session, account_id: int, reference: str, until: str, purpose: str) -> None:
    ask_found_learner(session, account_id, reference, until, purpose)


def _field(problem: DomainError) -> str:
    return problem.field if problem.field == "expiry_date" else ""


def _row(one: Found) -> FoundRow:
    return FoundRow(one.full_name, one.reference, one.title, day(one.award_date))
