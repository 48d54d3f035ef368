"""The password asked again before what matters most; see components/confirm_password.py."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.domain.accounts.prove_password import confirm_password
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import only_text, text

FIELD = "password_again_"
"""The name of the field, before the purpose of its dialog."""


class ConfirmPassword(rx.State):
    """`asked` is the purpose whose dialog is open; `forms` counts the empty forms, so that
    no password is left in one."""

    audience: ClassVar[Audience] = Audience.LOGGED_IN

    asked: str = ""
    errors: dict[str, str] = {}
    forms: int = 0

    @rx.event
    def ask(self, purpose: str) -> None:
        """Returned by a handler whose use case raised PasswordNotGivenAgain."""
        if self.asked != purpose:
            self.asked, self.errors = only_text(purpose)[:40], {}
            self.forms += 1

    @rx.event
    def close(self) -> None:
        self.asked, self.errors = "", {}

    @rx.event
    async def confirm(self, form: dict[str, Any]) -> None:
        me, field = who(), FIELD + self.asked
        with spoken(self):
            try:
                await confirm_password(me.account_id, me.session_id, text(form, field))
            except DomainError as problem:
                self.errors = {field: str(problem)}
                return
        self.asked, self.errors = "", {}
