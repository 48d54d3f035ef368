"""The awarding body's staff: who they are, inviting one, one's role, removing one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import reflex as rx

from certify_app.db.engine import read, write
from certify_app.domain.accounts.manage_staff import (
    NoSuchStaff,
    change_role,
    invite_staff,
    remove_staff,
    staff_member,
)
from certify_app.domain.accounts.staff_list import STAFF
from certify_app.domain.acts import Act
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.lists.list_of import ListOf
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import N_, _
from certify_app.locales.paths import language_of, localised
from certify_app.state.console.learner import id_in
from certify_app.state.console.listing import Listing
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text

FIELDS = ("first_name", "last_name", "email", "role")


class StaffList(Listing, rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = STAFF.act
    what: ClassVar[ListOf] = STAFF


class InviteStaff(rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = Act.CHANGE_STAFF

    opened: bool = False
    errors: dict[str, str] = {}
    said: str = ""

    @rx.event
    def open(self) -> None:
        self.errors, self.said, self.opened = {}, "", True

    @rx.event
    def close(self) -> None:
        self.errors, self.opened = {}, False

    @rx.event
    async def invite(self, form: dict[str, Any]) -> Any:
        typed = {name: storable(text(form, name), 254) for name in FIELDS}
        self.errors = {}
        with spoken(self):
            try:
                account = await write(invite_staff, typed, who().account_id)
            except DomainError as problem:
                self.errors = _by_field(problem)
                return None
            self.said = _("{email} is invited, and is told by mail.", email=account.email)
        self.opened = False
        return StaffList.load


class StaffMember(rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = Act.SEE_STAFF
    acts: ClassVar[dict[str, Act]] = {"change": Act.CHANGE_STAFF, "remove": Act.CHANGE_STAFF}

    found: bool = False
    name: str = ""
    email: str = ""
    role: str = ""
    removing: bool = False
    errors: dict[str, str] = {}
    said: str = ""

    @rx.event
    async def load(self) -> None:
        self.errors, self.said, self.removing = {}, "", False
        await self._show()

    @rx.event
    def ask(self) -> None:
        self.errors, self.removing = {}, True

    @rx.event
    def keep(self) -> None:
        self.removing = False

    @rx.event
    async def change(self, form: dict[str, Any]) -> None:
        if await self._did(change_role, text(form, "role")):
            with spoken(self):
                self.said = _(N_("The role is changed. It counts from the next click."))
            await self._show()

    @rx.event
    async def remove(self) -> Any:
        self.removing = False
        if not await self._did(remove_staff):
            return None
        return rx.redirect(localised("/console/staff", language_of(self.router.url.path)))

    async def _did(self, act: Callable[..., None], *given: Any) -> bool:
        self.errors, self.said = {}, ""
        with spoken(self):
            try:
                await write(act, id_in(self.router.url.path), *given, who().account_id)
            except DomainError as problem:
                self.errors = _by_field(problem)
                return False
        return True

    async def _show(self) -> None:
        try:
            account = await read(staff_member, id_in(self.router.url.path))
        except NoSuchStaff:
            self.found, self.name, self.email, self.role = False, "", "", ""
            return
        self.found, self.email = True, account.email
        self.name = f"{account.first_name} {account.last_name}"
        self.role = account.staff_role.value if account.staff_role else ""


def _by_field(problem: DomainError) -> dict[str, str]:
    found = problem.problems if isinstance(problem, Problems) else [problem]
    return {p.field: str(p) for p in found}
