"""Change Password (guide 7.2.2), and the browsers one is logged in with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import reflex as rx
from reflex_base.event import EventSpec

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.accounts.models import LoginSession
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.domain.profiles.change_password import TypedPasswords, change_password
from certify_app.domain.profiles.end_logins import end_all_logins, end_login
from certify_app.domain.profiles.queries import running_sessions
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import moment
from certify_app.locales.paths import language_of, localised
from certify_app.state.password_rules import rules_kept
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import only_text, text

FIELDS = ("current_password", "password", "confirm_password")


@dataclass(frozen=True)
class LoginRow:
    """`here`: the browser that shows it."""

    id: int = 0
    browser: str = ""
    address: str = ""
    since: str = ""
    last_seen: str = ""
    here: bool = False


class ProfileSecurity(rx.State):
    """`forms` counts the empty forms: a kept password leaves none behind."""

    audience: ClassVar[Audience] = Audience.LOGGED_IN

    logins: list[LoginRow] = []
    rules: dict[str, bool] = {}
    shortest: int = 12
    errors: dict[str, str] = {}
    saved: str = ""
    ended: str = ""
    forms: int = 0

    @rx.event
    async def load(self) -> None:
        self.shortest = (await read(awarding_body)).shortest_password
        self.errors, self.saved, self.ended, self.rules = {}, "", "", {}
        self.forms += 1
        await self._list()

    @rx.event
    async def hear_password(self, typed: str) -> None:
        me = who()
        about = (me.email, me.first_name, me.last_name)
        self.rules = await rules_kept(only_text(typed), self.shortest, about)

    @rx.event
    async def change_password(self, form: dict[str, Any]) -> None:
        self.errors, self.saved = {}, ""
        me, typed = who(), TypedPasswords(*(text(form, name) for name in FIELDS))
        with spoken(self):
            try:
                await change_password(me.account_id, me.session_id, typed)
            except DomainError as problem:
                problems = problem.problems if isinstance(problem, Problems) else [problem]
                found = {one.field: str(one) for one in problems}
                self.errors = {name: found[name] for name in ("", *FIELDS) if name in found}
                return
            self.saved = _("Your password is changed. You are logged out everywhere else.")
        self.rules, self.forms = {}, self.forms + 1
        await self._list()

    @rx.event
    async def end(self, login: int) -> None:
        """Log one other browser out."""
        row = next((row for row in self.logins if row.id == login and not row.here), None)
        if row is None:
            return
        await write(end_login, who().account_id, row.id)
        with spoken(self):
            self.ended = _("{browser} is logged out.", browser=row.browser)
        await self._list()

    @rx.event
    async def end_all(self) -> EventSpec:
        await write(end_all_logins, who().account_id)
        place = localised("/login", language_of(self.router.url.path))
        return rx.redirect(f"{place}?done=logged_out")

    async def _list(self) -> None:
        found = await read(running_sessions, who().account_id)
        with spoken(self):
            self.logins = [_row(one, who().session_id) for one in found]


def _row(one: LoginSession, here: int) -> LoginRow:
    return LoginRow(
        id=one.id or 0,
        browser=one.browser or _("Unknown browser"),
        address=one.address or _("Unknown"),
        since=moment(one.started_at, settings().zone),
        last_seen=moment(one.seen_at, settings().zone),
        here=one.id == here,
    )
