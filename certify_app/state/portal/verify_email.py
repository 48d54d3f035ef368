"""The page behind the link of the verification mail (guide 2.2.3, step 5)."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.db.engine import read, write
from certify_app.domain.accounts.limits import (
    RESEND,
    RESEND_TO_ONE,
    count_network,
    count_subject,
)
from certify_app.domain.accounts.look_at_verification import look_at_verification
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.accounts.verify_email import renew_link
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.state.language import speaking_as_page
from certify_app.state.typed import only_text


class VerifyEmail(rx.State):
    """`standing` is one of `look_at_verification.Standing`."""

    audience: ClassVar[Audience] = Audience.ANYONE

    standing: str = "ready"
    errors: dict[str, str] = {}
    renewed: bool = False

    @rx.event
    async def arrive(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]
        self.standing = await read(look_at_verification, self._token)
        code = only_text(self.router.url.query_parameters.get("problem", ""))
        with speaking_as_page(self):
            problems = await read(problems_of, code)
            self.errors = {"": str(problems[0])} if problems else {}

    @rx.event
    async def renew(self) -> None:
        """Send a new link to where the old one went."""
        self.errors, self.renewed = {}, False
        with speaking_as_page(self):
            try:
                await count_network(RESEND, self.router.session.client_ip)
                await count_subject(RESEND_TO_ONE, self._token)
                self.renewed = await write(renew_link, self._token)
            except DomainError as problem:
                self.errors = {"": str(problem)}
            else:
                self.standing = await read(look_at_verification, self._token)

    @property
    def _token(self) -> str:
        return only_text(self.router.url.query_parameters.get("token", ""))
