"""One's passkeys: what there is, adding one, removing one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import reflex as rx
from reflex_base.event import EventSpec

from certify_app.config import settings
from certify_app.db.engine import read, write
from certify_app.domain.accounts.errors import PasswordNotGivenAgain
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.accounts.prove_password import require_confirmed
from certify_app.domain.passkeys.models import Passkey
from certify_app.domain.passkeys.register_passkey import passkeys_of, remove_passkey
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import moment
from certify_app.state.portal.spoken import spoken
from certify_app.state.security.confirm_password import ConfirmPassword
from certify_app.state.typed import only_text

PURPOSE = "passkeys"


@dataclass(frozen=True)
class PasskeyRow:
    id: int = 0
    name: str = ""
    added: str = ""
    last_used: str = ""


class Passkeys(rx.State):
    """`adding`: the browser may be asked now."""

    audience: ClassVar[Audience] = Audience.LOGGED_IN

    rows: list[PasskeyRow] = []
    adding: bool = False
    problem: str = ""
    said: str = ""
    _removing: int = 0

    @rx.event
    async def load(self) -> None:
        self.adding, self.said, self._removing = False, "", 0
        code = only_text(self.router.url.query_parameters.get("problem", ""))
        with spoken(self):
            problems = await read(problems_of, code)
            self.problem = str(problems[0]) if problems else ""
        await self._list()

    @rx.event
    async def add(self) -> EventSpec | None:
        self._removing, self.problem, self.said = 0, "", ""
        return await self._go_on()

    @rx.event
    async def remove(self, passkey: int) -> EventSpec | None:
        self._removing, self.adding, self.problem, self.said = passkey, False, "", ""
        return await self._go_on()

    @rx.event
    async def go_on(self) -> EventSpec | None:
        """With what was wanted, once the password has been given."""
        return await self._go_on()

    async def _go_on(self) -> EventSpec | None:
        try:
            if self._removing:
                await self._remove()
            else:
                await read(require_confirmed, who().session_id)
                self.adding = True
        except PasswordNotGivenAgain:
            return ConfirmPassword.ask(PURPOSE)  # type: ignore[operator]
        return None

    async def _remove(self) -> None:
        removed = await write(remove_passkey, who(), self._removing)
        self._removing = 0
        with spoken(self):
            self.said = _("The passkey is removed.") if removed else ""
        await self._list()

    async def _list(self) -> None:
        found = await read(passkeys_of, who().account_id)
        with spoken(self):
            self.rows = [_row(one) for one in found]


def _row(one: Passkey) -> PasskeyRow:
    used = one.last_used_at
    return PasskeyRow(
        id=one.id or 0,
        name=one.name or _("Unknown browser"),
        added=moment(one.created_at, settings().zone),
        last_used=moment(used, settings().zone) if used else _("Never"),
    )
