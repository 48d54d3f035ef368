"""One award: as it stands, revoked, corrected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import reflex as rx

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.acts import Act
from certify_app.domain.awards.award_record import AwardRecord, NoSuchAwardRecord, award_record
from certify_app.domain.awards.models import Award
from certify_app.domain.awards.typed_award import correct_typed, revoke_typed
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import N_, _
from certify_app.locales.dates import day
from certify_app.locales.paths import language_of, localised
from certify_app.state.console.learner import id_in
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text

FIELDS = ("awarded_name", "award_date", "expiry_date", "grade", "reason", "date")
KINDS = {
    "certificate": N_("Certificate"),
    "unit_certificate": N_("Unit certificate"),
    "letter": N_("Letter"),
    "workbook": N_("Workbook"),
}


@dataclass(frozen=True)
class Shown:
    name: str = ""
    learner: str = ""
    number: str = ""
    qualification: str = ""
    reference: str = ""
    version: str = ""
    date: str = ""
    expiry: str = ""
    grade: str = ""
    standing: str = ""
    changed: str = ""
    reason: str = ""
    newer: str = ""
    newer_href: str = ""
    older: str = ""
    older_href: str = ""
    verify: str = ""


@dataclass(frozen=True)
class PaperRow:
    kind: str = ""
    reference: str = ""
    downloads: str = ""
    prints: str = ""


class AwardPage(rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = Act.SEE_AWARDS
    acts: ClassVar[dict[str, Act]] = {
        "revoke": Act.CHANGE_AWARDS,
        "correct": Act.CHANGE_AWARDS,
    }

    found: bool = False
    shown: Shown = Shown()
    papers: list[PaperRow] = []
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
    async def revoke(self, form: dict[str, Any]) -> None:
        if await self._did(revoke_typed, form):
            self.said = self._in_words(N_("The award is revoked. Its reference says so."))
            await self._show()

    @rx.event
    async def correct(self, form: dict[str, Any]) -> Any:
        """Leads to the new version."""
        if new := await self._did(correct_typed, form):
            return rx.redirect(
                localised(f"/console/awards/{new.id}", language_of(self.router.url.path))
            )
        return None

    async def _did(self, act: Callable[..., Award], form: dict[str, Any]) -> Award | None:
        typed = {name: storable(text(form, name), 1000) for name in FIELDS}
        self.errors, self.said = {}, ""
        with spoken(self):
            try:
                done = await write(act, id_in(self.router.url.path), typed, who().account_id)
            except DomainError as problem:
                wrong = problem.problems if isinstance(problem, Problems) else [problem]
                self.errors = {p.field: str(p) for p in wrong}
                return None
        self.opened = ""
        return done

    def _in_words(self, sentence: str) -> str:
        with spoken(self):
            return _(sentence)

    async def _show(self) -> None:
        try:
            record = await read(award_record, id_in(self.router.url.path))
        except NoSuchAwardRecord:
            self.found, self.shown, self.papers = False, Shown(), []
            return
        with spoken(self):
            self.found, self.shown = True, _shown(record)
            self.papers = [
                PaperRow(
                    _(KINDS[one.kind.value]),
                    one.reference,
                    f"{one.downloads} / {one.download_limit}",
                    f"{one.prints} / {one.print_limit}",
                )
                for one in record.documents
            ]
        award = record.award
        self.typed = {
            "awarded_name": award.awarded_name,
            "award_date": f"{award.award_date:%d/%m/%Y}",
            "expiry_date": f"{award.expiry_date:%d/%m/%Y}" if award.expiry_date else "",
            "grade": award.grade,
        }


def _shown(record: AwardRecord) -> Shown:
    award, zone = record.award, settings().zone
    newer, older = record.replaced_by, record.replaces
    changed = award.status_changed_at
    return Shown(
        name=award.awarded_name,
        learner=localised(f"/console/learners/{award.learner_id}"),
        number=award.enrolment_number,
        qualification=f"{record.qualification.title} ({record.qualification.code})",
        reference=award.reference,
        version=str(award.version),
        date=day(award.award_date),
        expiry=day(award.expiry_date) if award.expiry_date else _("does not expire"),
        grade=award.grade,
        standing=record.standing.value,
        changed=day(changed.astimezone(zone).date()) if changed else "",
        reason=award.status_reason,
        newer=newer.reference if newer else "",
        newer_href=localised(f"/console/awards/{newer.id}") if newer else "",
        older=older.reference if older else "",
        older_href=localised(f"/console/awards/{older.id}") if older else "",
        verify=f"/verify?reference={award.reference}",
    )
