"""What one connection shows a third party, each with a check of this moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import unquote

import reflex as rx
from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.clock import now
from certify_app.domain.connections.errors import NoSuchConnection, NotShared, PinMissing
from certify_app.domain.connections.give_pin import give_pin
from certify_app.domain.connections.may_open import Reader, open_connection
from certify_app.domain.connections.models import Connection, ShareLevel
from certify_app.domain.connections.note_access import note_checked
from certify_app.domain.connections.queries import find_listed
from certify_app.domain.connections.shelf import Group, shared_by
from certify_app.domain.documents.addresses import in_address
from certify_app.domain.documents.kinds import NAMES
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import N_, _
from certify_app.locales.dates import day, moment
from certify_app.locales.paths import localised
from certify_app.state.portal.shelf_rows import expiry_sentence
from certify_app.state.portal.spoken import spoken
from certify_app.state.third_party.connections import SIDE, StudentRow, student_row
from certify_app.state.typed import text

VERDICTS = {
    "valid": N_("The record is current: this award is valid"),
    "expired": N_("The award was made, and the qualification has run out"),
    "revoked": N_("The awarding body has taken this award back"),
    "superseded": N_("The awarding body has issued a newer one"),
}


@dataclass(frozen=True)
class SharedPaper:
    kind: str = ""
    reference: str = ""
    href: str = ""
    download: str = ""


@dataclass(frozen=True)
class SharedBadgeRow:
    name: str = ""
    reference: str = ""
    image: str = ""


@dataclass(frozen=True)
class SharedGroup:
    """`verdict` is what the record says now; `expiry` is about the qualification."""

    reference: str = ""
    title: str = ""
    owner: str = ""
    award_date: str = ""
    expiry: str = ""
    standing: str = ""
    verdict: str = ""
    papers: list[SharedPaper] = field(default_factory=list)
    badges: list[SharedBadgeRow] = field(default_factory=list)


class SharedWithMe(rx.State):
    """`view` is "open", "pin", "closed" (pending, over) or "missing"."""

    audience: ClassVar[Audience] = Audience.THIRD_PARTY

    view: str = ""
    connection: StudentRow = StudentRow()
    groups: list[SharedGroup] = []
    brief: bool = False
    checked_at: str = ""
    receipt: str = ""
    ended: str = ""
    errors: dict[str, str] = {}

    @rx.event
    async def load(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]
        await self._show()

    @rx.event
    async def give_pin(self, form: dict[str, Any]) -> None:
        with spoken(self):
            try:
                await give_pin(reader(), self._number(), text(form, "pin"))
            except DomainError as problem:
                self.errors = {"pin": str(problem)}
                return
        self.errors = {}
        await self._show()

    @rx.event
    async def still_open(self) -> None:
        """The page empties itself as soon as the share has ended."""
        if self.view != "open":
            return
        try:
            await read(open_connection, reader(), self._number())
        except DomainError as problem:
            self.groups, self.receipt, self.checked_at = [], "", ""
            with spoken(self):
                self.ended = str(problem)
            await self._show()

    async def _show(self) -> None:
        number = self._number()
        with spoken(self):
            try:
                row = await read(find_listed, who().account_id, number, SIDE)
                self.connection = student_row(row)
                self._fill(await write(check_shared, reader(), number))
            except NoSuchConnection:
                self.view = "missing"
            except PinMissing:
                self.view = "pin"
            except NotShared:
                self.view = "closed"

    def _fill(self, seen: tuple[Connection, list[Group]]) -> None:
        connection, groups = seen
        self.view, self.brief = "open", connection.level is ShareLevel.BRIEF
        full, loads = not self.brief, connection.may_download
        self.groups = [_group(group, full, full and loads) for group in groups]
        self.checked_at = moment(now(), settings().zone)
        self.receipt = f"/api/third-party/connections/{connection.id}/receipt.pdf"

    def _number(self) -> int:
        last = unquote(self.router.url.path.rstrip("/").rsplit("/", 1)[-1])
        return int(last) if last.isascii() and last.isdigit() and len(last) < 12 else 0


def reader() -> Reader:
    me = who()
    return Reader(me.account_id, me.session_id)


def check_shared(
    session: Session, who_reads: Reader, connection_id: int
) -> tuple[Connection, list[Group]]:
    """Raises NotShared, PinMissing; what the check says is written down."""
    connection = open_connection(session, who_reads, connection_id)
    groups = shared_by(session, connection_id)
    note_checked(session, who_reads, connection, groups)
    return connection, groups


def _group(group: Group, full: bool, may_download: bool) -> SharedGroup:
    handed_out = group.standing in ("valid", "expired")
    papers = [
        SharedPaper(
            kind=_(NAMES[paper.kind]),
            reference=paper.reference,
            href=localised(f"/third-party/documents/{in_address(paper.reference)}"),
            download=download_address(paper.reference) if may_download and handed_out else "",
        )
        for paper in group.papers
    ]
    badges = [
        SharedBadgeRow(
            badge.name,
            badge.reference,
            f"/api/third-party/badges/{in_address(badge.reference)}/image.svg",
        )
        for badge in group.badges
    ]
    return SharedGroup(
        reference=group.reference,
        title=group.title,
        owner=group.awarded_name,
        award_date=day(group.award_date),
        expiry=expiry_sentence(group.expiry_date, group.standing == "expired"),
        standing=group.standing.value,
        verdict=_(VERDICTS[group.standing.value]),
        papers=papers if full else [],
        badges=badges if full else [],
    )


def download_address(reference: str) -> str:
    return f"/api/third-party/documents/{in_address(reference)}/download"
