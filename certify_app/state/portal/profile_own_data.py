"""Your data: a copy of everything, made while one watches, and asking for erasure."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, ClassVar

import reflex as rx

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.errors import DomainError
from certify_app.domain.own_data.ask_erasure import (
    ask_erasure,
    newest_erasure,
    withdraw_erasure,
)
from certify_app.domain.own_data.export_data import ask_for_export, newest_export
from certify_app.domain.own_data.models import ErasureRequest, ErasureStatus, ExportStatus
from certify_app.domain.permissions import Audience
from certify_app.gate.cookie import who_holds
from certify_app.gate.events import cookies, who
from certify_app.locales import _
from certify_app.locales.dates import moment
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text

LOOK_EVERY = 0.7
"""Seconds."""
LONGEST_WATCH = 600
"""Looks, after which a reload shows how it went."""


@dataclass(frozen=True)
class Copy:
    """`status` is "" where none was asked for lately."""

    status: str = ""
    percent: int = 0
    detail: str = ""
    file: str = ""
    size: str = ""
    until: str = ""


@dataclass(frozen=True)
class Erasure:
    """`waits` for an answer; else `said` tells what became of the last request."""

    waits: bool = False
    said: str = ""


class ProfileOwnData(rx.State):
    """`forms` counts the empty forms: a kept password leaves none behind."""

    audience: ClassVar[Audience] = Audience.LEARNER

    copy_of: Copy = Copy()
    erasure: Erasure = Erasure()
    problem: str = ""
    errors: dict[str, str] = {}
    done: str = ""
    forms: int = 0
    _watched: bool = False

    @rx.event
    async def load(self) -> Any:
        self.problem, self.errors, self.done = "", {}, ""
        self.forms, self._watched = self.forms + 1, False
        await self._show(who().account_id)
        return ProfileOwnData.watch if self.copy_of.status == ExportStatus.RUNNING else None

    @rx.event
    async def export(self) -> Any:
        self.problem = ""
        with spoken(self):
            try:
                await write(ask_for_export, who().account_id)
            except DomainError as problem:
                self.problem = str(problem)
        await self._show(who().account_id)
        return ProfileOwnData.watch

    @rx.event(background=True)
    async def watch(self) -> None:
        """How far it is, until it is ready; whoever logs out meanwhile is shown nothing more."""
        async with self:
            if self._watched:
                return
            self._watched = True
        for _look in range(LONGEST_WATCH):
            async with self:
                if not await self._runs_on():
                    self._watched = False
                    return
            await asyncio.sleep(LOOK_EVERY)

    async def _runs_on(self) -> bool:
        if (me := await who_holds(cookies(self))) is None:
            return False
        await self._show(me.account_id)
        return self.copy_of.status == ExportStatus.RUNNING

    @rx.event
    async def ask_erasure(self, form: dict[str, Any]) -> None:
        self.errors, self.done = {}, ""
        password = text(form, "erasure_password")
        reason = storable(text(form, "erasure_reason"), 1000)
        with spoken(self):
            try:
                await ask_erasure(who().account_id, password, reason)
            except DomainError as problem:
                self.errors = {"erasure_password": str(problem)}
                return
            self.done = _("We have your request. You will hear from us by email.")
        self.forms += 1
        await self._show(who().account_id)

    @rx.event
    async def withdraw(self) -> None:
        self.errors, self.done = {}, ""
        with spoken(self):
            try:
                await write(withdraw_erasure, who().account_id)
                self.done = _("Your request is withdrawn. Your account stays as it is.")
            except DomainError as problem:
                self.problem = str(problem)
        await self._show(who().account_id)

    async def _show(self, account_id: int) -> None:
        export = await read(newest_export, account_id)
        asked = await read(newest_erasure, account_id)
        with spoken(self):
            self.copy_of = _copy(export)
            self.erasure = _erasure(asked)


def _copy(export: Any) -> Copy:
    if export is None:
        return Copy()
    if export.status is ExportStatus.RUNNING:
        detail = _("{done} of {total} parts", done=export.done, total=export.total or "…")
        return Copy("running", 100 * export.done // max(export.total, 1), detail)
    if export.status is ExportStatus.FAILED:
        return Copy("failed")
    return Copy(
        status="ready",
        percent=100,
        file=f"/api/profile/exports/{export.id}",
        size=_("{size} KB", size=max(1, export.size // 1024)),
        until=moment(export.expires_at, settings().zone),
    )


def _erasure(asked: ErasureRequest | None) -> Erasure:
    if asked is None or asked.status is ErasureStatus.WITHDRAWN:
        return Erasure()
    if asked.status is ErasureStatus.WAITING:
        when = moment(asked.created_at, settings().zone)
        return Erasure(True, _("You asked on {moment}. We answer by email.", moment=when))
    return Erasure(said=_("Your last request was refused: {answer}", answer=asked.answer))
