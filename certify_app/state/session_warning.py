"""How long the login lasts, for the warning before it ends."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.db.engine import read
from certify_app.domain.accounts.session_end import time_left
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who


class SessionWarning(rx.State):
    """Seconds; `stamp` changes with every answer, so that the browser counts anew."""

    audience: ClassVar[Audience] = Audience.LOGGED_IN

    idle_seconds: int = 0
    over_seconds: int = 0
    stamp: int = 0

    @rx.event
    async def load(self) -> None:
        left = await read(time_left, who().session_id)
        self.idle_seconds, self.over_seconds = left.idle_seconds, left.over_seconds
        self.stamp += 1

    @rx.event
    async def stay(self) -> None:
        """The gate has marked the login as seen before this runs."""
        await self.load()  # type: ignore[operator]
