"""What the login page says on arrival; the form itself goes to a route."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.accounts.demo_people import demo_people
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.permissions import Audience
from certify_app.gate.events import cookies
from certify_app.gate.typed_email import typed_email
from certify_app.locales import N_, _
from certify_app.state.language import speaking_as_page
from certify_app.state.typed import only_text

DONE = {
    "registered": N_("Your email is verified and you are registered. Log in."),
    "reset": N_("Your password is changed. Log in with the new one."),
    "email_added": N_("The email is yours now. Log in with any of your emails."),
    "email_changed": N_("Your email is changed. Log in with the new one."),
    "logged_out": N_("You are logged out."),
}
ENDED = N_("You were logged out because you were away for a while. Log in again.")


class Login(rx.State):
    audience: ClassVar[Audience] = Audience.ANYONE

    errors: dict[str, str] = {}
    done: str = ""
    ended: str = ""
    email: str = ""
    further: str = ""
    demo: list[dict[str, str]] = []

    @rx.event
    async def arrive(self) -> None:
        asked = self.router.url.query_parameters
        problem = only_text(asked.get("problem", ""))
        with speaking_as_page(self):
            problems = await read(problems_of, problem)
            self.errors = {p.field: str(p) for p in problems}
            self.done = _(DONE[done]) if (done := asked.get("done", "")) in DONE else ""
            self.ended = _(ENDED) if problem == "ended" else ""
            await self._greet_demo()
        self.email = typed_email(cookies(self))
        self.further = only_text(asked.get("next", ""))[:500]

    async def _greet_demo(self) -> None:
        people = await read(demo_people) if settings().demo else []
        self.demo = [{"part": p.part, "name": p.name, "role": p.role} for p in people]
