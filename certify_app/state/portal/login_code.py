"""The second page of the login; its form goes to a route."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx
from reflex_base.event import EventSpec

from certify_app.db.engine import read
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.permissions import Audience
from certify_app.domain.second_step.half_logins import is_half_way
from certify_app.gate.events import cookies
from certify_app.gate.half_login import half_login_token
from certify_app.locales.paths import localised
from certify_app.state.language import page_language, speaking_as_page
from certify_app.state.typed import only_text


class LoginCode(rx.State):
    audience: ClassVar[Audience] = Audience.ANYONE

    errors: dict[str, str] = {}

    @rx.event
    async def arrive(self) -> EventSpec | None:
        self.errors = {}
        if not await read(is_half_way, half_login_token(cookies(self))):
            login = localised("/login", page_language(self))
            return rx.redirect(f"{login}?problem=half_login_ended")
        problem = only_text(self.router.url.query_parameters.get("problem", ""))
        with speaking_as_page(self):
            problems = await read(problems_of, problem)
            fields = {"code": self._field()}
            self.errors = {fields.get(p.field, p.field): str(p) for p in problems}
        return None

    def _field(self) -> str:
        return "recovery_code" if "recovery-code" in self.router.url.path else "code"
