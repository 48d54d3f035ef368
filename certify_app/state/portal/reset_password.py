"""The page behind the link that sets a new password; its form goes to a route."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read
from certify_app.domain.accounts.mail_links import look_at_link
from certify_app.domain.accounts.models import LinkPurpose
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.state.language import speaking_as_page
from certify_app.state.password_rules import rules_kept
from certify_app.state.typed import only_text


class ResetPassword(rx.State):
    """`closed` says why the link does not work; the token stays in the address."""

    audience: ClassVar[Audience] = Audience.ANYONE

    errors: dict[str, str] = {}
    closed: str = ""
    rules: dict[str, bool] = {}
    shortest: int = 12

    @rx.event
    async def arrive(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]
        asked = self.router.url.query_parameters
        self.shortest = (await read(awarding_body)).shortest_password
        with speaking_as_page(self):
            problems = await read(problems_of, only_text(asked.get("problem", "")))
            self.errors = {p.field: str(p) for p in problems}
            self.closed = await read(why_closed, only_text(asked.get("token", "")))

    @rx.event
    async def hear_password(self, typed: str) -> None:
        self.rules = await rules_kept(only_text(typed), self.shortest, ())


def why_closed(
    session: Session, token: str, purpose: LinkPurpose = LinkPurpose.RESET_PASSWORD
) -> str:
    """ "" while the link can be used."""
    try:
        look_at_link(session, purpose, token)
    except DomainError as problem:
        return str(problem)
    return ""
