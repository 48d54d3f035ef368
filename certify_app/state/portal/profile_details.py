"""Personal Details and Additional Contact Information (guide 7.2.1)."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.db.engine import read, write
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.domain.profiles.change_email import count_new_email
from certify_app.domain.profiles.edit_details import (
    TypedContact,
    TypedDetails,
    edit_contact,
    edit_details,
)
from certify_app.domain.profiles.queries import Known, known
from certify_app.gate.events import who
from certify_app.locales import LANGUAGES, _
from certify_app.state.me import Me
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text, ticked

DETAILS = (
    "first_name",
    "middle_name",
    "last_name",
    "date_of_birth",
    "user_name",
    "phone",
    "email",
)
CONTACT = ("alternative_email", "mobile_phone", "language", "emergency_name", "emergency_phone")


class ProfileDetails(rx.State):
    """`details` and `contact` by the names of the fields; `forms` counts the loads."""

    audience: ClassVar[Audience] = Audience.LEARNER

    details: dict[str, str] = {}
    contact: dict[str, str] = {}
    search_opt_in: bool = False
    new_email: str = ""
    languages: list[tuple[str, str]] = []
    errors: dict[str, str] = {}
    saved: str = ""
    forms: int = 0

    @rx.event
    async def load(self) -> None:
        self._tell()
        await self._show()

    @rx.event
    async def forget(self) -> None:
        """What was said of a former tab."""
        self._tell()

    @rx.event
    async def save_details(self, form: dict[str, Any]) -> Any:
        self._tell()
        typed = {name: storable(text(form, name), 500) for name in DETAILS}
        wanted = TypedDetails(**typed, search_opt_in=ticked(form, "search_opt_in"))
        with spoken(self):
            try:
                await count_new_email(who().account_id, wanted.email)
                new_email = await write(edit_details, who().account_id, wanted)
            except DomainError as problem:
                self._refuse(problem, (*DETAILS, "search_opt_in"))
                return None
            self.saved = _("Your details are saved.")
            if new_email:
                self.saved = _(
                    "Your details are saved. Follow the link we mailed to {email}: "
                    "your email changes then.",
                    email=new_email,
                )
        await self._show()
        return Me.load

    @rx.event
    async def save_contact(self, form: dict[str, Any]) -> None:
        self._tell()
        typed = TypedContact(**{name: storable(text(form, name), 500) for name in CONTACT})
        with spoken(self):
            try:
                await write(edit_contact, who().account_id, typed)
            except DomainError as problem:
                self._refuse(problem, CONTACT)
                return
            self.saved = _("Your contact information is saved.")
        await self._show()

    def _refuse(self, problem: DomainError, order: tuple[str, ...]) -> None:
        """From the top of the form down."""
        found = problem.by_field() if isinstance(problem, Problems) else {"email": str(problem)}
        self.errors = {name: found[name] for name in order if name in found}

    def _tell(self) -> None:
        self.errors, self.saved = {}, ""

    async def _show(self) -> None:
        now = await read(known, who().account_id)
        self.details, self.contact = _details(now), _contact(now)
        self.search_opt_in, self.new_email = now.search_opt_in, now.new_email
        self.languages = list(LANGUAGES.items())
        self.forms += 1


def _details(now: Known) -> dict[str, str]:
    born = now.profile.date_of_birth
    return {
        "first_name": now.account.first_name,
        "middle_name": now.account.middle_name,
        "last_name": now.account.last_name,
        "date_of_birth": f"{born:%d/%m/%Y}" if born else "",
        "user_name": now.account.user_name or "",
        "phone": now.profile.phone,
        "email": now.account.email,
    }


def _contact(now: Known) -> dict[str, str]:
    return {
        "alternative_email": now.profile.alternative_email,
        "mobile_phone": now.profile.mobile_phone,
        "language": now.account.language,
        "emergency_name": now.profile.emergency_name,
        "emergency_phone": now.profile.emergency_phone,
    }
