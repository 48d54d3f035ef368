"""Third parties register themselves, or log in with a code by mail."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.db.engine import read
from certify_app.domain.accounts.errors import EmailMissing
from certify_app.domain.accounts.models import Role
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.emails import normal_email
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.domain.third_parties.open_account import Newcomer, check_newcomer
from certify_app.domain.third_parties.sign_in_code import ask_for_code
from certify_app.state.language import page_language, speaking_as_page
from certify_app.state.typed import only_text, text


class ThirdPartyEntry(rx.State):
    """`sent_to` is where the code went; the form with it goes to a route."""

    audience: ClassVar[Audience] = Audience.ANYONE

    first_name: str = ""
    last_name: str = ""
    organisation: str = ""
    sent_to: str = ""
    sent_again: bool = False
    moves: int = 0
    errors: dict[str, str] = {}

    @rx.event
    async def arrive(self) -> None:
        """With a problem it comes back from the route, and goes on where it was."""
        codes = only_text(self.router.url.query_parameters.get("problem", ""))
        if not codes:
            self.reset()  # type: ignore[no-untyped-call]
            return
        with speaking_as_page(self):
            problems = await read(problems_of, codes)
            self.errors = {p.field if p.field == "code" else "": str(p) for p in problems}

    @rx.event
    async def register(self, form: dict[str, Any]) -> None:
        self.errors = {}
        with speaking_as_page(self):
            try:
                newcomer, email = _registering(form)
                await self._mail(email)
            except DomainError as problem:
                found = problem.problems if isinstance(problem, Problems) else [problem]
                self.errors = {p.field: str(p) for p in found}
                return
        self.first_name, self.last_name = newcomer.first_name, newcomer.last_name
        self.organisation = newcomer.organisation

    @rx.event
    async def log_in(self, form: dict[str, Any]) -> None:
        """The same words whether the email is known or not."""
        self.errors = {}
        with speaking_as_page(self):
            try:
                email = _email(form)
                account = await read(account_with_email, email)
                knows = account is not None and account.role is Role.THIRD_PARTY
                await self._mail(email, really=knows)
            except DomainError as problem:
                self.errors = {problem.field: str(problem)}

    @rx.event
    def start_again(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]

    async def _mail(self, email: str, really: bool = True) -> None:
        if really:
            address = str(self.router.session.client_ip or "")
            await ask_for_code(email, address, page_language(self))
        self.sent_to = email
        self.moves += 1


def _registering(form: Any) -> tuple[Newcomer, str]:
    """Raises Problems: one for each field to put right."""
    problems: list[DomainError] = []
    newcomer, email = Newcomer("", ""), ""
    try:
        newcomer = check_newcomer(
            text(form, "first_name"), text(form, "last_name"), text(form, "organisation")
        )
    except Problems as several:
        problems += several.problems
    try:
        email = _email(form)
    except DomainError as problem:
        problems.append(problem)
    if problems:
        raise Problems(problems)
    return newcomer, email


def _email(form: Any) -> str:
    """Raises EmailMissing, BadEmail."""
    typed = text(form, "email")
    if not typed.strip():
        raise EmailMissing
    return normal_email(typed)
