"""States that tempt: one for learners, one that declares nothing, one open to all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any, ClassVar

import reflex as rx
from sqlmodel import select

from certify_app.db.engine import read, write
from certify_app.domain.awards.models import Award
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who

gates: dict[str, asyncio.Event] = {}


def gate(name: str) -> asyncio.Event:
    """A door that one test's handler waits behind until a request opens it."""
    return gates.setdefault(name, asyncio.Event())


class Private(rx.State):
    """What a learner's page is: their rows, by the account that asks."""

    audience: ClassVar[Audience] = Audience.LEARNER

    rows: list[str] = []  # noqa: RUF012 - Reflex copies it
    note: str = ""

    @rx.event
    async def load(self) -> None:
        self.rows = await read(names_of, who().learner_id)

    @rx.event
    async def slow_load(self, door: str) -> AsyncIterator[None]:
        self.note = f"{door} reached"
        yield
        self.rows = await read(names_of, who().learner_id)
        await gate(door).wait()

    @rx.event(background=True)
    async def background_load(self, door: str) -> None:
        async with self:
            self.note = f"{door} reached"
        rows = await read(names_of, who().learner_id)
        await gate(door).wait()
        async with self:
            self.rows = rows

    @rx.event
    def set_note(self, value: str) -> None:
        self.note = value

    @rx.event
    async def stream(self) -> AsyncIterator[None]:
        self.rows = await read(names_of, who().learner_id)
        yield
        self.note = "done"

    @rx.event
    def chain(self) -> Any:
        return Private.load


class Undeclared(rx.State):
    """Forgot to say who may use it; its parent's word does not count for it."""

    rows: list[str] = []  # noqa: RUF012 - Reflex copies it

    @rx.event
    async def load(self) -> None:
        self.rows = await read(all_names)

    @rx.event
    async def ruin(self) -> None:
        await write(regrade)


class Inherits(Private):
    """A child of a State that declares; it declares nothing itself."""

    @rx.event
    async def load_all(self) -> None:
        self.rows = await read(all_names)


class Open(rx.State):
    audience: ClassVar[Audience] = Audience.ANYONE

    echo: str = ""

    @rx.event
    def answer(self, value: str) -> None:
        self.echo = str(value)

    @rx.event
    async def hand_on(self) -> Any:
        return [Private.load, Undeclared.load]


def names_of(session: Any, learner_id: int | None) -> list[str]:
    rows = session.exec(select(Award).where(Award.learner_id == learner_id))
    return [f"{a.awarded_name} {a.grade}" for a in rows]


def all_names(session: Any) -> list[str]:
    return [f"{a.awarded_name} {a.grade}" for a in session.exec(select(Award))]


def regrade(session: Any) -> None:
    for award in session.exec(select(Award)):
        award.grade = "ruined"
        session.add(award)
