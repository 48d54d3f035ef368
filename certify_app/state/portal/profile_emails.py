"""The emails of an account, on Personal Details: one primary, each verified."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.profiles.change_email import count_new_email
from certify_app.domain.profiles.own_emails import (
    ask_to_add,
    make_primary,
    own_emails,
    remove_email,
)
from certify_app.gate.events import who
from certify_app.locales import N_, _
from certify_app.state.portal.profile_details import ProfileDetails
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import only_text, storable, text

FIELD = "new_email"


@dataclass(frozen=True)
class EmailRow:
    email: str = ""
    primary: bool = False
    waits: bool = False


class ProfileEmails(rx.State):
    """`forms` counts the empty forms."""

    audience: ClassVar[Audience] = Audience.LEARNER

    emails: list[EmailRow] = []
    errors: dict[str, str] = {}
    said: str = ""
    forms: int = 0

    @rx.event
    async def load(self) -> None:
        self.errors, self.said = {}, ""
        self.forms += 1
        await self._list()

    @rx.event
    async def add(self, form: dict[str, Any]) -> None:
        self.errors, self.said = {}, ""
        typed, me = storable(text(form, FIELD), 500), who().account_id
        with spoken(self):
            try:
                await count_new_email(me, typed)
                email = await write(ask_to_add, me, typed)
            except DomainError as problem:
                self.errors = {FIELD: str(problem)}
                return
            self.said = _("Follow the link we mailed to {email}: it is yours then.", email=email)
        self.forms += 1
        await self._list()

    @rx.event
    async def make_primary(self, email: str) -> Any:
        said = N_("{email} is your primary email now.")
        if await self._change(make_primary, only_text(email), said):
            return ProfileDetails.load
        return None

    @rx.event
    async def remove(self, email: str) -> None:
        await self._change(remove_email, only_text(email), N_("{email} is removed."))

    async def _change(
        self, use_case: Callable[[Session, int, str], bool], email: str, said: str
    ) -> bool:
        self.errors, self.said = {}, ""
        done = False
        with spoken(self):
            try:
                done = await write(use_case, who().account_id, storable(email))
            except DomainError as problem:
                self.errors = {FIELD: str(problem)}
            if done:
                self.said = _(said, email=email)
        await self._list()
        return done

    async def _list(self) -> None:
        found = await read(own_emails, who().account_id)
        self.emails = [EmailRow(one.email, one.primary, one.waits) for one in found]
