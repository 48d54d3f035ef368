"""Registering in three steps (guide 2.2).

What is typed stays in the browser's fields, so that it outlives Previous and a lost
connection; a password passes through a handler and is never kept.
"""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.db.engine import read, write
from certify_app.domain.accounts.errors import DetailsDoNotMatch
from certify_app.domain.accounts.hashing import aside
from certify_app.domain.accounts.limits import (
    RESEND,
    RESEND_TO_ONE,
    count_network,
    count_subject,
)
from certify_app.domain.accounts.register_learner import register, resend_verification
from certify_app.domain.accounts.registration_details import (
    TypedRegistration,
    check_login_details,
    check_personal_details,
)
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.state.language import speaking_as_page
from certify_app.state.password_rules import rules_kept
from certify_app.state.typed import only_text, text

LOGIN_DETAILS, PERSONAL_DETAILS, CONFIRMATION = 1, 2, 3
OF_LOGIN_DETAILS = frozenset({"email", "password", "confirm_password"})


class Register(rx.State):
    """`moves` counts what the focus must follow."""

    audience: ClassVar[Audience] = Audience.ANYONE

    step: int = LOGIN_DETAILS
    moves: int = 0
    errors: dict[str, str] = {}
    rules: dict[str, bool] = {}
    shortest: int = 12
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    enrolment_number: str = ""
    asks_birth_date: bool = False
    sent_to: str = ""
    sent_again: bool = False
    _registration_id: int = 0

    @rx.event
    async def arrive(self) -> None:
        """Also after a lost connection: the fields are full, so it starts at the first."""
        self.reset()  # type: ignore[no-untyped-call]
        self.shortest = (await read(awarding_body)).shortest_password

    @rx.event
    async def hear_password(self, typed: str) -> None:
        self.rules = await rules_kept(only_text(typed), self.shortest, (self.email,))

    @rx.event
    def hear_email(self, typed: str) -> None:
        self.email = only_text(typed)[:254]

    @rx.event
    def go_back(self) -> None:
        self._move_to(max(LOGIN_DETAILS, self.step - 1))

    @rx.event
    async def go_on(self, form: dict[str, Any]) -> None:
        """Next, and on the last step Register."""
        typed = _typed(form)
        with speaking_as_page(self):
            try:
                if self.step == LOGIN_DETAILS:
                    await self._check_login_details(typed)
                elif self.step == PERSONAL_DETAILS:
                    self._check_personal_details(typed)
                else:
                    await self._register(typed)
            except DomainError as problem:
                self._show(problem)

    @rx.event
    async def send_again(self) -> None:
        with speaking_as_page(self):
            try:
                await count_network(RESEND, self.router.session.client_ip)
                await count_subject(RESEND_TO_ONE, str(self._registration_id))
                await write(resend_verification, self._registration_id)
            except DomainError as problem:
                self.errors, self.sent_again = {"": str(problem)}, False
            else:
                self.errors, self.sent_again = {}, True

    async def _check_login_details(self, typed: TypedRegistration) -> None:
        self.shortest = (await read(awarding_body)).shortest_password
        checked = await aside(
            check_login_details, typed.email, typed.password, typed.confirmation, self.shortest
        )
        self.email = checked.email
        self._move_to(PERSONAL_DETAILS)

    def _check_personal_details(self, typed: TypedRegistration) -> None:
        checked = check_personal_details(
            typed.first_name, typed.last_name, typed.enrolment_number, typed.date_of_birth
        )
        self.first_name, self.last_name = checked.first_name, checked.last_name
        self.enrolment_number = checked.enrolment_number
        self._move_to(CONFIRMATION)

    async def _register(self, typed: TypedRegistration) -> None:
        registered = await register(typed, self.router.session.client_ip)
        self._registration_id = registered.id
        self.sent_to = registered.email
        self._move_to(LOGIN_DETAILS)

    def _move_to(self, step: int) -> None:
        self.step, self.errors = step, {}
        self.moves += 1

    def _show(self, problem: DomainError) -> None:
        """At the step of its first field, the same words there and on top."""
        found = problem.problems if isinstance(problem, Problems) else [problem]
        if self.step == CONFIRMATION and found[0].field:
            mine = found[0].field in OF_LOGIN_DETAILS
            self.step = LOGIN_DETAILS if mine else PERSONAL_DETAILS
        if isinstance(problem, DetailsDoNotMatch):
            self.step, self.asks_birth_date = PERSONAL_DETAILS, True
        self.errors = {p.field: str(p) for p in found}


def _typed(form: Any) -> TypedRegistration:
    return TypedRegistration(
        email=text(form, "email"),
        password=text(form, "password"),
        confirmation=text(form, "confirm_password"),
        first_name=text(form, "first_name"),
        last_name=text(form, "last_name"),
        enrolment_number=text(form, "enrolment_number"),
        date_of_birth=text(form, "date_of_birth"),
    )
