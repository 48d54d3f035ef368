"""Report Document Issue (guide 4.2.3), and what became of earlier reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import unquote

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.documents.addresses import from_address
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.domain.reports.queries import Reported, Subject, find_subject, own_reports
from certify_app.domain.reports.reasons import report_reasons
from certify_app.domain.reports.report_issue import Issue, report_issue
from certify_app.domain.reports.statuses import NAMES
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text


@dataclass(frozen=True)
class ReportRow:
    """`award` is a reference; `steps` are sentences such as "Sent on 23 Nov 2026"."""

    id: int = 0
    award: str = ""
    title: str = ""
    reason: str = ""
    description: str = ""
    status: str = ""
    answer: str = ""
    steps: list[str] = field(default_factory=list)


class ReportIssue(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    opened: bool = False
    reasons: list[tuple[str, str]] = []
    name: str = ""
    email: str = ""
    enrolment_number: str = ""
    title: str = ""
    errors: dict[str, str] = {}
    sent: str = ""
    reports: list[ReportRow] = []
    round: int = 0
    """Of the form: each one starts empty."""
    _award: str = ""
    _document: str = ""
    _shown_of: str = ""

    @rx.event
    async def load(self) -> None:
        """All of the learner's reports."""
        await self._show("")

    @rx.event
    async def load_of_award(self) -> None:
        """Those on the award whose documents are in view."""
        await self._show(from_address(unquote(self.router.url.path.rstrip("/").rsplit("/", 1)[-1])))

    @rx.event
    async def ask(self, award: str, document: str) -> None:
        """Open the dialog about an award, or with `document` about one of its documents."""
        me, award, document = who(), storable(award), storable(document)
        subject, reasons = await read(_begun, me.learner_id, award, document)
        if subject is None:
            return
        self._award, self._document = award, document
        self.name, self.email = f"{me.first_name} {me.last_name}".strip(), me.email
        self.enrolment_number = subject.award.enrolment_number
        with spoken(self):
            self.reasons = [(reason, _(reason)) for reason in reasons]
            self.title = subject.title
        self.errors, self.sent, self.opened = {}, "", True
        self.round += 1

    @rx.event
    async def close(self) -> None:
        self.opened, self.errors = False, {}

    @rx.event
    async def send(self, form: dict[str, Any]) -> None:
        """Once: a second click finds it sent."""
        if not self.opened or self.sent:
            return
        me = who()
        issue = Issue(self._award, self._document, text(form, "reason"), text(form, "description"))
        with spoken(self):
            try:
                await write(report_issue, me.learner_id, me.account_id, issue)
            except Problems as problems:
                self.errors = problems.by_field()
                return
            except DomainError as problem:
                self.errors = {"": str(problem)}
                return
            self.sent = _("Your report is sent. Follow its progress under Your reports.")
        self.errors = {}
        await self._show_again()

    async def _show(self, award: str) -> None:
        self.opened, self.errors, self._shown_of = False, {}, award
        await self._show_again()

    async def _show_again(self) -> None:
        found = await read(own_reports, who().account_id, self._shown_of)
        with spoken(self):
            self.reports = [_row(one) for one in found]


def _begun(
    session: Session, learner_id: int | None, award: str, document: str
) -> tuple[Subject | None, list[str]]:
    return find_subject(session, learner_id, award, document), report_reasons(session)


def _row(one: Reported) -> ReportRow:
    report = one.report
    return ReportRow(
        id=report.id or 0,
        award=one.subject.award.reference,
        title=one.subject.title,
        reason=_(report.reason),
        description=report.description,
        status=report.status.value,
        answer=report.answer,
        steps=[f"{_(NAMES[event.status])}: {day(event.at)}" for event in one.events],
    )
