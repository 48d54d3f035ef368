"""What every page says about the awarding body."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.permissions import Audience


class Brand(rx.State):
    audience: ClassVar[Audience] = Audience.ANYONE

    name: str = ""
    address: str = ""
    phone: str = ""
    mailbox: str = ""
    demo: bool = False

    @rx.event
    async def load(self) -> None:
        body = await read(awarding_body)
        self.name, self.address, self.phone = body.name, body.address, body.phone
        self.mailbox, self.demo = settings().reports_email, settings().demo
