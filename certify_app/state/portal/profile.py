"""The learner's profile (guide 7): which tab is open, and the enrolment numbers."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

import reflex as rx

from certify_app.db.engine import read
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.errors import DomainError
from certify_app.domain.learners.queries import list_enrolment_numbers
from certify_app.domain.permissions import Audience
from certify_app.domain.profiles.add_number import add_number
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.paths import language_of, localised
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import only_text, storable, text

DETAILS = "personal-details"
TABS = (
    "enrolment-numbers",
    DETAILS,
    "additional-contact-information",
    "addresses",
    "change-password",
    "security",
    "your-data",
)


class Profile(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    tab: str = DETAILS
    address: str = ""
    full_name: str = ""
    numbers: list[str] = []
    errors: dict[str, str] = {}
    added: str = ""
    forms: int = 0
    photo_problem: str = ""

    @rx.event
    async def load(self) -> None:
        me = who()
        self._open(only_text(self.router.url.query_parameters.get("tab", "")))
        self.full_name = f"{me.first_name} {me.last_name}".strip()
        code = only_text(self.router.url.query_parameters.get("problem", ""))
        with spoken(self):
            problems = await read(problems_of, code)
            self.photo_problem = str(problems[0]) if problems else ""
        await self._list()

    @rx.event
    async def choose(self, tab: str) -> None:
        self._open(tab)

    @rx.event
    async def add_number(self, form: dict[str, Any]) -> None:
        self.errors, self.added = {}, ""
        with spoken(self):
            try:
                number = await add_number(
                    who().account_id, storable(text(form, "enrolment_number"), 200)
                )
            except DomainError as problem:
                self.errors = {"enrolment_number": str(problem)}
                return
            self.added = _("{number} and its awards are yours now.", number=number)
        self.forms += 1
        await self._list()

    def _open(self, tab: str) -> None:
        self.tab = tab if tab in TABS else DETAILS
        self.errors, self.added = {}, ""
        place = localised("/profile", language_of(self.router.url.path))
        self.address = f"{place}?{urlencode({'tab': self.tab})}"

    async def _list(self) -> None:
        self.numbers = await read(list_enrolment_numbers, who().learner_id)
