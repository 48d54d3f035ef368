"""The electronic copy of an award's documents (guide 4.2.2)."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import unquote

import reflex as rx
from reflex_base.event import EventSpec
from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.awards.queries import AwardSummary, find_award
from certify_app.domain.awards.standing import HANDED_OUT
from certify_app.domain.clock import now, today
from certify_app.domain.documents.addresses import (
    download_address,
    from_address,
    in_address,
    print_address,
    view_address,
)
from certify_app.domain.documents.ask_for_more import ask_for_more
from certify_app.domain.documents.drawing import count_pages, original, viewable
from certify_app.domain.documents.errors import AtTheLimit
from certify_app.domain.documents.find_master import Master, find_master
from certify_app.domain.documents.grant_download import grant_download
from certify_app.domain.documents.grant_print import grant_print
from certify_app.domain.documents.kinds import NAMES
from certify_app.domain.documents.models import GrantKind
from certify_app.domain.documents.printing import check_pages
from certify_app.domain.documents.queries import Paper, list_papers
from certify_app.domain.documents.studio import in_studio
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.orderable_awards import orderable_awards
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.paths import localised
from certify_app.state.portal.award_rows import AwardRow, award_row, downloads_left, prints_left
from certify_app.state.portal.spoken import spoken

DOUBLE_CLICK = timedelta(seconds=2)


@dataclass(frozen=True)
class PaperRow:
    reference: str = ""
    kind: str = ""
    downloads: str = ""
    prints: str = ""


class Viewer(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    award: AwardRow = AwardRow()
    replacement: str = ""
    papers: list[PaperRow] = []
    chosen: PaperRow = PaperRow()
    is_given_out: bool = False
    src: str = ""
    pages: int = 0
    missing: bool = False
    message: str = ""
    problem: str = ""
    limit_of: str = ""
    print_open: bool = False
    print_errors: dict[str, str] = {}
    print_url: str = ""
    _started: tuple[str, datetime] | None = None

    @rx.event
    async def load(self) -> None:
        reference = from_address(unquote(self.router.url.path.rstrip("/").rsplit("/", 1)[-1]))
        award, papers, orderable = await read(_opened, who().learner_id, reference)
        self.reset()  # type: ignore[no-untyped-call]
        self.missing = award is None or not papers
        if award is None or not papers:
            return
        with spoken(self):
            self.award = award_row(award, orderable)
            self.is_given_out = award.standing in HANDED_OUT
            if award.replaced_by:
                self.replacement = localised(f"/documents/{in_address(award.replaced_by)}")
            self.papers = [_paper_row(paper) for paper in papers]
        await self._open(self.papers[0])

    @rx.event
    async def choose(self, reference: str) -> None:
        """Change the document in view; anything but one of this award is ignored."""
        row = next((row for row in self.papers if row.reference == reference), None)
        if row is not None:
            await self._open(row)

    @rx.event
    async def download(self) -> EventSpec | None:
        if self._has_just_started("download"):
            return None
        me, reference = who(), self.chosen.reference
        with spoken(self):
            try:
                master = await self._master()
                await in_studio(original, master)
                granted = await write(
                    grant_download, me.learner_id, me.account_id, reference, self._from()
                )
            except DomainError as problem:
                self._refuse(problem, GrantKind.DOWNLOAD)
                return None
            self._count(granted.paper)
            self.message = _("The download has started. {left}", left=self.chosen.downloads)
        return rx.download(url=download_address(granted.token), filename=master.file_name)

    @rx.event
    async def ask_print(self) -> None:
        self._tell()
        self.print_errors, self.print_open = {}, bool(self.chosen.reference)

    @rx.event
    async def close_print(self) -> None:
        self.print_open = False

    @rx.event
    async def print_pages(self, form: dict[str, Any]) -> AsyncGenerator[None, None]:
        """One print is counted a job, whatever its pages."""
        if self._has_just_started("print"):
            return
        self.print_url, self.print_errors = "", {}
        yield
        choice = str(form.get("pages", "")) if isinstance(form, dict) else ""
        me, reference = who(), self.chosen.reference
        with spoken(self):
            try:
                pages = await in_studio(check_pages, await self._master(), choice)
                granted = await write(
                    grant_print, me.learner_id, me.account_id, reference, pages, self._from()
                )
            except DomainError as problem:
                self._refuse(problem, GrantKind.PRINT)
                return
            self._count(granted.paper)
            self.message = _(
                "The pages are on their way to your printer. {left}", left=self.chosen.prints
            )
        self.print_open, self.print_url = False, print_address(granted.token)

    @rx.event
    async def ask_more(self) -> None:
        if self.limit_of not in set(GrantKind):
            return
        me, kind = who(), GrantKind(self.limit_of)
        with spoken(self):
            try:
                await write(ask_for_more, me.learner_id, me.account_id, self.chosen.reference, kind)
            except DomainError as problem:
                self._tell(problem=str(problem))
                return
            self._tell(
                _("We have asked your awarding body for more. What is left changes when it agrees.")
            )

    @rx.event
    async def failed(self) -> None:
        with spoken(self):
            self._tell(problem=_("The document could not be shown. Reload the page."))

    @rx.event
    async def dismiss(self) -> None:
        self._tell()

    async def _open(self, row: PaperRow) -> None:
        """Drawn before the viewer asks for it, so that what cannot be drawn is said here."""
        self._tell()
        self.chosen, self.print_open, self.print_url = row, False, ""
        with spoken(self):
            try:
                master = await self._master()
                await in_studio(viewable, master)
                self.pages = await in_studio(count_pages, master)
            except DomainError as problem:
                self.src, self.pages = "", 0
                self._tell(problem=str(problem))
                return
        self.src = view_address(row.reference)

    async def _master(self) -> Master:
        return await read(find_master, who().learner_id, self.chosen.reference)

    def _count(self, paper: Paper) -> None:
        row = _paper_row(paper)
        self._tell()
        self.chosen = row
        self.papers = [row if old.reference == row.reference else old for old in self.papers]

    def _refuse(self, problem: DomainError, kind: GrantKind) -> None:
        self._started = None
        if problem.field:
            self.print_errors = {problem.field: str(problem)}
            return
        self.print_open = False
        self._tell(problem=str(problem))
        self.limit_of = kind.value if isinstance(problem, AtTheLimit) else ""

    def _tell(self, message: str = "", problem: str = "") -> None:
        self.message, self.problem, self.limit_of = message, problem, ""

    def _has_just_started(self, act: str) -> bool:
        """A second click on the same thing is not a second use."""
        mine = f"{act} {self.chosen.reference}"
        if self._started and self._started[0] == mine and now() - self._started[1] < DOUBLE_CLICK:
            return True
        self._started = (mine, now())
        return False

    def _from(self) -> str:
        return str(self.router.session.client_ip or "")


def _opened(
    session: Session, learner_id: int | None, reference: str
) -> tuple[AwardSummary | None, list[Paper], set[str]]:
    award = find_award(session, learner_id, reference, today(settings().zone))
    papers = list_papers(session, learner_id, reference)
    return award, papers, orderable_awards(session, learner_id)


def _paper_row(paper: Paper) -> PaperRow:
    return PaperRow(
        reference=paper.reference,
        kind=_(NAMES[paper.kind]),
        downloads=downloads_left(paper.downloads_left, paper.download_limit),
        prints=prints_left(paper.prints_left, paper.print_limit),
    )
