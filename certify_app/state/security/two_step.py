"""Two-step login: what its owner sees of it, turning it on and off."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

import reflex as rx
from reflex_base.event import EventSpec

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.accounts.errors import PasswordNotGivenAgain
from certify_app.domain.documents.rendering.qr_code import qr_drawing
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.second_step.finish_login import TypedCode
from certify_app.domain.second_step.required import must_set_up_second_step
from certify_app.domain.second_step.set_up import (
    finish_set_up,
    renew_codes,
    start_set_up,
    turn_off,
)
from certify_app.domain.second_step.standing import second_step
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.state.portal.spoken import spoken
from certify_app.state.security.confirm_password import ConfirmPassword
from certify_app.state.typed import text, ticked

FEW = 3
PURPOSE = "codes"
PASSWORD = "two_step_password"  # noqa: S105
"""Not the name of the field to change it, which may stand on the same page."""


class TwoStep(rx.State):
    """`stage` is what is being done: "" nothing, "password", "scan", "codes" or "off".

    The secret and the codes are here while they are shown, and nowhere afterwards.
    """

    audience: ClassVar[Audience] = Audience.LOGGED_IN

    is_on: bool = False
    since: str = ""
    left: int = 0
    few: bool = False
    required: bool = False
    stage: str = ""
    secret: str = ""
    qr: str = ""
    qr_side: int = 0
    codes: list[str] = []
    errors: dict[str, str] = {}
    said: str = ""
    moves: int = 0

    @rx.event
    async def load(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]
        await self._look()

    @rx.event
    def begin(self) -> None:
        self._go("password")

    @rx.event
    def begin_off(self) -> None:
        self._go("off")

    @rx.event
    async def leave(self) -> None:
        self._go("")
        await self._look()

    @rx.event
    async def give_password(self, form: dict[str, Any]) -> None:
        with spoken(self):
            try:
                offer = await start_set_up(who().account_id, text(form, PASSWORD))
            except DomainError as problem:
                self._refuse(problem)
                return
        self._go("scan")
        self.secret = " ".join(offer.secret[i : i + 4] for i in range(0, len(offer.secret), 4))
        self.qr, self.qr_side = await asyncio.to_thread(qr_drawing, offer.address)

    @rx.event
    async def give_code(self, form: dict[str, Any]) -> None:
        if self.stage != "scan":
            return
        with spoken(self):
            try:
                codes = await finish_set_up(who().account_id, text(form, "code"))
            except DomainError as problem:
                self._refuse(problem)
                return
        self._show(codes)
        await self._look()

    @rx.event
    async def renew(self) -> EventSpec | None:
        """New recovery codes."""
        me = who()
        try:
            codes = await write(renew_codes, me.account_id, me.session_id)
        except PasswordNotGivenAgain:
            return ConfirmPassword.ask(PURPOSE)  # type: ignore[operator]
        except DomainError:
            return None
        self._show(codes)
        await self._look()
        return None

    @rx.event
    async def turn_off(self, form: dict[str, Any]) -> None:
        typed = TypedCode(text(form, "code"), recovery=ticked(form, "recovery"))
        with spoken(self):
            try:
                await turn_off(who().account_id, text(form, PASSWORD), typed)
            except DomainError as problem:
                self._refuse(problem)
                return
            self._go("")
            self.said = _("Two-step login is off.")
        await self._look()

    def _go(self, stage: str) -> None:
        self.stage, self.errors, self.said = stage, {}, ""
        self.secret, self.qr, self.codes = "", "", []
        self.moves += 1

    def _show(self, codes: list[str]) -> None:
        self._go("codes")
        self.codes = codes

    def _refuse(self, problem: DomainError) -> None:
        field = PASSWORD if problem.field == "current_password" else problem.field
        self.errors = {field: str(problem)}

    async def _look(self) -> None:
        found = await read(second_step, who().account_id)
        self.is_on, self.left = found.on_since is not None, found.codes_left
        self.few = self.is_on and self.left <= FEW
        self.required = must_set_up_second_step(who()) and not self.is_on
        with spoken(self):
            since = found.on_since and found.on_since.astimezone(settings().zone)
            self.since = day(since.date()) if since else ""
