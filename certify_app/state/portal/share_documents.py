"""Share Documents (guide 6.2.2 and 6.3.1): what one connection shows, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import unquote

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read, write
from certify_app.domain.accounts.hashing import aside
from certify_app.domain.connections.access_log import LogLine, list_log
from certify_app.domain.connections.errors import NoSuchConnection
from certify_app.domain.connections.models import ShareLevel
from certify_app.domain.connections.queries import Listed, Side, find_listed
from certify_app.domain.connections.share_documents import Share, hash_pin, share_documents
from certify_app.domain.connections.shelf import Group, Shared, shareable, ticked_in
from certify_app.domain.connections.statuses import ConnectionStatus
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _, plural
from certify_app.locales.paths import localised
from certify_app.state.portal.connection_rows import (
    ConnectionRow,
    EventRow,
    connection_row,
    event_row,
)
from certify_app.state.portal.connections import Connections
from certify_app.state.portal.shelf_rows import BadgeTick, GroupRow, badge_ticks, group_row
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import text, ticked

SHARE, ABOUT = "share", "about"
LOG = 100


class ShareDocuments(rx.State):
    """`loads` makes the form new whenever a connection is opened."""

    audience: ClassVar[Audience] = Audience.LEARNER

    connection: ConnectionRow = ConnectionRow()
    groups: list[GroupRow] = []
    badges: list[BadgeTick] = []
    level: str = ShareLevel.FULL.value
    may_download: bool = False
    purpose: str = ""
    has_pin: bool = False
    locked: bool = False
    missing: bool = False
    tab: str = SHARE
    log: list[EventRow] = []
    errors: dict[str, str] = {}
    loads: int = 0

    @rx.event
    async def load(self) -> None:
        loads = self.loads
        self.reset()  # type: ignore[no-untyped-call]
        last = unquote(self.router.url.path.rstrip("/").rsplit("/", 1)[-1])
        number = int(last) if last.isascii() and last.isdigit() and len(last) < 12 else 0
        try:
            seen = await read(_seen, who().account_id, number)
        except NoSuchConnection:
            self.missing = True
            return
        self.loads = loads + 1
        self._fill(seen)

    @rx.event
    def choose_tab(self, tab: str) -> None:
        self.tab = ABOUT if tab == ABOUT else SHARE

    @rx.event
    async def share(self, form: dict[str, Any]) -> Any:
        listed = await self.get_state(Connections)
        with spoken(self):
            try:
                wanted = await _share(form, self.has_pin)
                await write(share_documents, who().account_id, self.connection.id, wanted)
            except DomainError as problem:
                self.errors = {problem.field: str(problem)}
                return None
            count = len(wanted.documents) + len(wanted.badges)
            listed._tell(_said(count, self.connection.name), keep=True)
            return rx.redirect(localised("/connections"))

    def _fill(self, seen: _Seen) -> None:
        connection = seen.row.connection
        self.level, self.may_download = connection.level.value, connection.may_download
        self.purpose, self.has_pin = connection.purpose, connection.pin_hash is not None
        with spoken(self):
            self.connection = connection_row(seen.row)
            self.groups = [group_row(group, seen.ticked) for group in seen.groups]
            self.badges = badge_ticks(seen.groups, seen.ticked)
            self.log = [event_row(n, line) for n, line in enumerate(seen.log)]
        pending = self.connection.status == ConnectionStatus.PENDING
        self.locked = self.connection.is_over or (pending and connection.chosen > 0)


@dataclass(frozen=True)
class _Seen:
    row: Listed
    groups: list[Group]
    ticked: Shared
    log: list[LogLine]


def _seen(session: Session, account_id: int, connection_id: int) -> _Seen:
    """Raises NoSuchConnection."""
    row = find_listed(session, account_id, connection_id, Side.LEARNER)
    ticked = ticked_in(session, connection_id)
    groups = shareable(session, account_id, ticked)
    return _Seen(row, groups, ticked, list_log(session, account_id, connection_id, LOG))


async def _share(form: Any, has_pin: bool) -> Share:
    """Raises BadPin, TooBusy."""
    pin, pin_hash = text(form, "pin").strip(), None
    if pin:
        pin_hash = await aside(hash_pin, pin)
    elif has_pin and text(form, "no_pin"):
        pin_hash = ""
    brief = text(form, "level") == ShareLevel.BRIEF
    return Share(
        documents=_ticks(form, "document-"),
        badges=_ticks(form, "badge-"),
        level=ShareLevel.BRIEF if brief else ShareLevel.FULL,
        may_download=ticked(form, "may_download"),
        purpose=text(form, "purpose"),
        pin_hash=pin_hash,
    )


def _ticks(form: Any, kind: str) -> frozenset[int]:
    names = form if isinstance(form, dict) else {}
    ids = [name.removeprefix(kind) for name in names if name.startswith(kind) and names[name]]
    return frozenset(int(i) for i in ids if i.isascii() and i.isdigit() and len(i) < 16)


def _said(count: int, name: str) -> str:
    if not count:
        return _("Nothing is shared with {name} any more", name=name)
    return plural(
        "{count} document or badge is shared with {name}",
        "{count} documents and badges are shared with {name}",
        count,
        name=name,
    )
