"""The page behind the link that confirms a new email; its form goes to a route."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.db.engine import read
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.permissions import Audience
from certify_app.domain.profiles.change_email import purpose_of
from certify_app.state.language import speaking_as_page
from certify_app.state.portal.reset_password import why_closed
from certify_app.state.typed import only_text


class ConfirmEmail(rx.State):
    """`closed` says why the link does not work; the token stays in the address."""

    audience: ClassVar[Audience] = Audience.ANYONE

    errors: dict[str, str] = {}
    closed: str = ""

    @rx.event
    async def arrive(self) -> None:
        asked = self.router.url.query_parameters
        token = only_text(asked.get("token", ""))
        with speaking_as_page(self):
            problems = await read(problems_of, only_text(asked.get("problem", "")))
            self.errors = {"": str(problems[0])} if problems else {}
            self.closed = await read(why_closed, token, await read(purpose_of, token))
