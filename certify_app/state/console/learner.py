"""One learner, and what staff do for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import reflex as rx

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.acts import Act
from certify_app.domain.audit.act_names import act_name
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.learners.edit_learner import TypedLearner, edit_learner
from certify_app.domain.learners.help_learner import (
    end_learners_logins,
    lock_learner,
    mail_link_again,
    unlock_learner,
)
from certify_app.domain.learners.learner_record import (
    LearnerRecord,
    NoSuchLearnerRecord,
    learner_record,
)
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import N_, _
from certify_app.locales.dates import day, moment
from certify_app.locales.paths import localised
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import text

FIELDS = ("first_name", "middle_name", "last_name", "date_of_birth", "email")


@dataclass(frozen=True)
class Shown:
    """The record in words; `standing` is that of the account."""

    name: str = ""
    numbers: str = ""
    organisation: str = ""
    birth: str = ""
    email: str = ""
    login: str = ""
    standing: str = ""
    lock_reason: str = ""
    since: str = ""
    orders: int = 0
    connections: int = 0
    sessions: int = 0
    waits: bool = False


@dataclass(frozen=True)
class AwardRow:
    reference: str = ""
    href: str = ""
    qualification: str = ""
    date: str = ""
    standing: str = ""


@dataclass(frozen=True)
class ActRow:
    key: str = ""
    who: str = ""
    did: str = ""
    when: str = ""


class LearnerPage(rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = Act.SEE_LEARNERS
    acts: ClassVar[dict[str, Act]] = {
        "save": Act.CHANGE_LEARNERS,
        "lock": Act.LOCK_LEARNERS,
        "unlock": Act.LOCK_LEARNERS,
        "end_logins": Act.LOCK_LEARNERS,
        "mail_again": Act.CHANGE_LEARNERS,
    }

    found: bool = False
    shown: Shown = Shown()
    awards: list[AwardRow] = []
    log: list[ActRow] = []
    typed: dict[str, str] = {}
    errors: dict[str, str] = {}
    said: str = ""
    opened: str = ""

    @rx.event
    async def load(self) -> None:
        self.said = self.opened = ""
        self.errors = {}
        await self._show()

    @rx.event
    def open(self, dialog: str) -> None:
        self.errors, self.opened, self.said = {}, dialog[:20], ""

    @rx.event
    def close(self) -> None:
        self.errors, self.opened = {}, ""

    @rx.event
    async def save(self, form: dict[str, Any]) -> None:
        typed = TypedLearner(**{name: text(form, name) for name in FIELDS})
        await self._do(N_("The record is changed."), edit_learner, typed, who().account_id)

    @rx.event
    async def lock(self, form: dict[str, Any]) -> None:
        said = N_("The account is locked, its logins have ended, and its owner is told.")
        await self._do(said, lock_learner, text(form, "reason"), who().account_id)

    @rx.event
    async def unlock(self) -> None:
        await self._do(N_("The account can be used again."), unlock_learner, who().account_id)

    @rx.event
    async def end_logins(self) -> None:
        await self._do(N_("All logins have ended."), end_learners_logins, who().account_id)

    @rx.event
    async def mail_again(self) -> None:
        await self._do(N_("The mail is on its way."), mail_link_again, who().account_id)

    async def _do(self, said: str, act: Callable[..., Any], *given: Any) -> None:
        """An act on this learner; what is wrong with it goes to its fields."""
        self.errors, self.said = {}, ""
        with spoken(self):
            try:
                await write(act, self._id(), *given)
            except DomainError as problem:
                wrong = problem.problems if isinstance(problem, Problems) else [problem]
                self.errors = {p.field: str(p) for p in wrong}
                return
            self.said, self.opened = _(said), ""
        await self._show()

    async def _show(self) -> None:
        try:
            record = await read(learner_record, self._id())
        except NoSuchLearnerRecord:
            self.found, self.shown, self.awards, self.log = False, Shown(), [], []
            return
        with spoken(self):
            self.found, self.shown = True, _shown(record)
            self.awards = [_award(one) for one in record.awards]
            self.log = [
                ActRow(
                    str(n),
                    one.actor or _("Certify"),
                    act_name(one.act),
                    moment(one.at, settings().zone),
                )
                for n, one in enumerate(record.acts)
            ]
            learner = record.learner
            born = learner.date_of_birth
            self.typed = {name: str(getattr(learner, name)) for name in FIELDS}
            self.typed["date_of_birth"] = f"{born:%d/%m/%Y}" if born else ""

    def _id(self) -> int:
        return id_in(self.router.url.path)


def id_in(path: str) -> int:
    """The number an address ends in; 0 for none."""
    last = path.rstrip("/").rsplit("/", 1)[-1]
    return int(last) if last.isascii() and last.isdigit() and len(last) < 10 else 0


def _shown(record: LearnerRecord) -> Shown:
    learner, account = record.learner, record.account
    standing = "unregistered"
    if account:
        standing = "locked" if account.locked_at else "registered"
    return Shown(
        name=learner.full_name,
        numbers=", ".join(record.numbers),
        organisation=record.organisation,
        birth=day(learner.date_of_birth) if learner.date_of_birth else "",
        email=learner.email,
        login=account.email if account else "",
        standing=standing,
        lock_reason=account.lock_reason if account else "",
        since=day(learner.created_at.astimezone(settings().zone).date()),
        orders=record.orders,
        connections=record.connections,
        sessions=record.sessions,
        waits=record.registration_id is not None,
    )


def _award(one: Any) -> AwardRow:
    return AwardRow(
        reference=one.reference,
        href=localised(f"/console/awards/{one.id}"),
        qualification=one.qualification,
        date=day(one.award_date),
        standing=one.standing.value,
    )
