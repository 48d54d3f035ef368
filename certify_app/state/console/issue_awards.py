"""Awards issued by hand, to one learner or to many."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.db.engine import read, write
from certify_app.domain.acts import Act
from certify_app.domain.awards.award_list import qualification_codes
from certify_app.domain.awards.typed_award import issue_typed
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import plural
from certify_app.state.console.awards import AwardList
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text

FIELDS = ("enrolment_number", "qualification_code", "award_date", "expiry_date", "grade")


class IssueAwards(rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = Act.CHANGE_AWARDS

    opened: bool = False
    qualifications: list[tuple[str, str]] = []
    errors: dict[str, str] = {}
    said: str = ""

    @rx.event
    async def open(self) -> None:
        self.errors, self.said = {}, ""
        self.qualifications = await read(qualification_codes)
        self.opened = True

    @rx.event
    def close(self) -> None:
        self.errors, self.opened = {}, False

    @rx.event
    async def issue(self, form: dict[str, Any]) -> Any:
        typed = {name: storable(text(form, name), 10_000) for name in FIELDS}
        self.errors = {}
        with spoken(self):
            try:
                count = await write(issue_typed, typed, who().account_id)
            except DomainError as problem:
                wrong = problem.problems if isinstance(problem, Problems) else [problem]
                self.errors = {p.field: str(p) for p in wrong}
                return None
            self.said = plural("{count} award is issued.", "{count} awards are issued.", count)
        self.opened = False
        return AwardList.load
