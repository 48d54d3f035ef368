"""The page behind an invitation: who asks, what is offered, until when."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import unquote

import reflex as rx

from certify_app.db.engine import read
from certify_app.domain.accounts.models import Role
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.connections.look_at_invitation import (
    Invited,
    invited_email,
    look_at_invitation,
)
from certify_app.domain.connections.share_end import day_of
from certify_app.domain.documents.kinds import NAMES
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.third_parties.sign_in_code import ask_for_code
from certify_app.gate.events import who_if_any
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.locales.paths import localised
from certify_app.state.language import page_language, speaking_as_page
from certify_app.state.typed import only_text


class Invitation(rx.State):
    """`standing`: "ready", "over" with its reason, or "rejected".

    `mode`: "new" (no account yet), "known" (has one), "inside" (logged in with it), "other".
    """

    audience: ClassVar[Audience] = Audience.ANYONE

    standing: str = ""
    reason: str = ""
    mode: str = "new"
    learner: str = ""
    body: str = ""
    email: str = ""
    purpose: str = ""
    until: str = ""
    first_name: str = ""
    last_name: str = ""
    offered: list[str] = []
    how: str = "password"
    code_sent: bool = False
    errors: dict[str, str] = {}
    log_in_href: str = ""
    shortest: int = 12

    @rx.event
    async def load(self) -> None:
        asked = self.router.url.query_parameters
        how, sent = self.how, self.code_sent and "problem" in asked
        self.reset()  # type: ignore[no-untyped-call]
        self.log_in_href = f"{localised('/login', page_language(self))}?next={self.router.url.path}"
        self.shortest = (await read(awarding_body)).shortest_password
        with speaking_as_page(self):
            problems = await read(problems_of, only_text(asked.get("problem", "")))
            self.errors = {_field(p): str(p) for p in problems}
            try:
                self._fill(await read(look_at_invitation, self._token()))
            except DomainError as problem:
                self.standing, self.reason = "over", str(problem)
                if asked.get("done") == "rejected":
                    self.standing = "rejected"
        if sent:
            self.how, self.code_sent = how, True

    @rx.event
    def choose_how(self, how: str) -> None:
        self.how = "code" if how == "code" else "password"

    @rx.event
    async def send_code(self) -> None:
        """To the mailbox that was invited, and to no other."""
        self.errors = {}
        with speaking_as_page(self):
            try:
                email = await read(invited_email, self._token())
                address = str(self.router.session.client_ip or "")
                await ask_for_code(email, address, page_language(self))
            except DomainError as problem:
                self.errors = {"": str(problem)}
                return
        self.how, self.code_sent = "code", True

    def _fill(self, invited: Invited) -> None:
        self.standing = "ready"
        self.learner, self.body = invited.learner, invited.body
        self.email, self.purpose = invited.email, invited.purpose
        self.until = day(day_of(invited.expires_at))
        self.first_name, _space, self.last_name = invited.name.partition(" ")
        self.offered = _offered(invited)
        self.mode = _mode(invited)

    def _token(self) -> str:
        return unquote(self.router.url.path.rstrip("/").rsplit("/", 1)[-1])[:200]


def _mode(invited: Invited) -> str:
    me = who_if_any()
    if me is None:
        return "known" if invited.knows_us else "new"
    right = me.role is Role.THIRD_PARTY and me.email == invited.email
    return "inside" if right else "other"


def _offered(invited: Invited) -> list[str]:
    """Titles and kinds, never a reference; for a brief share only the awards."""
    if invited.brief:
        return [_("Check of {title}", title=group.title) for group in invited.offered]
    papers = [
        f"{group.title}: {_(NAMES[paper.kind])}"
        for group in invited.offered
        for paper in group.papers
    ]
    badges = [f"{_('Digital Badge')}: {b.name}" for group in invited.offered for b in group.badges]
    return papers + badges


def _field(problem: DomainError) -> str:
    return problem.field if problem.field in {"password", "code", "first_name", "last_name"} else ""
