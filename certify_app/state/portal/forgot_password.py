"""Asking for a link that sets a new password (guide 2.3.2)."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.domain.accounts.request_password_reset import forgot_password
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.state.language import speaking_as_page
from certify_app.state.typed import text


class ForgotPassword(rx.State):
    """`certain`: the mail was sent; otherwise nobody is told whether it was."""

    audience: ClassVar[Audience] = Audience.ANYONE

    errors: dict[str, str] = {}
    sent_to: str = ""
    certain: bool = False
    moves: int = 0

    @rx.event
    def arrive(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]

    @rx.event
    async def ask(self, form: dict[str, Any]) -> None:
        with speaking_as_page(self):
            try:
                asked = await forgot_password(text(form, "email"), self.router.session.client_ip)
            except DomainError as problem:
                self.errors = {problem.field: str(problem)}
                return
        self.errors, self.sent_to, self.certain = {}, asked.email, asked.revealed
        self.moves += 1
