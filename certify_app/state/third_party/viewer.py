"""A shared document in the viewer; it empties itself when the share has ended."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import unquote

import reflex as rx
from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.awards.models import Qualification
from certify_app.domain.clock import now
from certify_app.domain.connections.may_open import Opened, Reader, may_open
from certify_app.domain.connections.open_document import shared_master, standing_now
from certify_app.domain.documents.addresses import from_address, in_address
from certify_app.domain.documents.drawing import viewable
from certify_app.domain.documents.kinds import NAMES
from certify_app.domain.documents.studio import in_studio
from certify_app.domain.errors import DomainError
from certify_app.domain.permissions import Audience
from certify_app.locales import _
from certify_app.locales.dates import moment
from certify_app.locales.paths import localised
from certify_app.state.portal.spoken import spoken
from certify_app.state.third_party.shared import VERDICTS, download_address, reader


class SharedViewer(rx.State):
    """`ended` is the sentence that stands where the document was."""

    audience: ClassVar[Audience] = Audience.THIRD_PARTY

    title: str = ""
    kind: str = ""
    owner: str = ""
    reference: str = ""
    standing: str = ""
    verdict: str = ""
    checked_at: str = ""
    back: str = ""
    src: str = ""
    download_href: str = ""
    ended: str = ""
    message: str = ""

    @rx.event
    async def load(self) -> None:
        self.reset()  # type: ignore[no-untyped-call]
        part = unquote(self.router.url.path.rstrip("/").rsplit("/", 1)[-1])
        reference = from_address(part)
        with spoken(self):
            try:
                opened, title = await read(_opened, reader(), reference)
                await in_studio(viewable, await read(shared_master, reader(), reference))
            except DomainError as problem:
                self.ended = str(problem)
                return
            self._fill(opened, title)

    @rx.event
    async def still_open(self) -> None:
        """At every click, on return and every few seconds."""
        await self._look()

    async def _look(self) -> None:
        if not self.src:
            return
        try:
            await read(may_open, reader(), self.reference)
        except DomainError as problem:
            self.reset()  # type: ignore[no-untyped-call]
            with spoken(self):
                self.ended = str(problem)

    @rx.event
    async def download(self) -> Any:
        """Asked for by the viewer's own keys."""
        await self._look()
        if self.download_href:
            return rx.download(url=self.download_href, filename=f"{self.reference}.pdf")
        with spoken(self):
            self.message = (
                "" if self.ended else _("The learner lets you view this, not download it")
            )
        return None

    @rx.event
    def ask_print(self) -> None:
        with spoken(self):
            self.message = _("Only the learner can print this document")

    @rx.event
    async def failed(self) -> None:
        await self._look()
        if not self.ended:
            with spoken(self):
                self.message = _("The document could not be shown. Reload the page.")

    @rx.event
    def dismiss(self) -> None:
        self.message = ""

    def _fill(self, opened: Opened, title: str) -> None:
        document, award = opened.document, opened.award
        standing = standing_now(opened).value
        self.title, self.owner, self.kind = title, award.awarded_name, _(NAMES[document.kind])
        self.reference, self.standing = document.reference, standing
        self.verdict, self.checked_at = _(VERDICTS[standing]), moment(now(), settings().zone)
        self.back = localised(f"/third-party/connections/{opened.connection.id}")
        self.src = f"/api/third-party/documents/{in_address(document.reference)}/view.pdf"
        if opened.connection.may_download and standing in ("valid", "expired"):
            self.download_href = download_address(document.reference)


def _opened(session: Session, who_reads: Reader, reference: str) -> tuple[Opened, str]:
    opened = may_open(session, who_reads, reference)
    return opened, session.get_one(Qualification, opened.award.qualification_id).title
