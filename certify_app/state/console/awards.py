"""The console's list of awards."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from certify_app.db.engine import write
from certify_app.domain.acts import Act
from certify_app.domain.awards.award_list import AWARDS
from certify_app.domain.awards.typed_award import revoke_several
from certify_app.domain.errors import DomainError
from certify_app.domain.lists.list_of import ListOf
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import plural
from certify_app.state.console.listing import Listing
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text


class AwardList(Listing, rx.State):
    audience: ClassVar[Audience] = Audience.STAFF
    act: ClassVar[Act] = AWARDS.act
    acts: ClassVar[dict[str, Act]] = {"revoke_chosen": Act.CHANGE_AWARDS}
    what: ClassVar[ListOf] = AWARDS

    revoking: bool = False
    revoke_errors: dict[str, str] = {}
    said: str = ""

    @rx.event
    def ask_to_revoke(self) -> None:
        self.revoke_errors, self.said, self.revoking = {}, "", bool(self.chosen)

    @rx.event
    def keep(self) -> None:
        self.revoke_errors, self.revoking = {}, False

    @rx.event
    async def revoke_chosen(self, form: dict[str, Any]) -> None:
        """All of the ticked awards, or none."""
        ids = [int(id) for id in self.chosen]
        typed = {name: storable(text(form, name), 1000) for name in ("reason", "date")}
        with spoken(self):
            try:
                count = await write(revoke_several, ids, typed, who().account_id)
            except DomainError as problem:
                self.revoke_errors = {problem.field: str(problem)}
                return
            said = plural("{count} award is revoked.", "{count} awards are revoked.", count)
        self.said, self.revoking, self.revoke_errors = said, False, {}
        await self._show()
