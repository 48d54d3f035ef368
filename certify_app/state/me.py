"""Who is logged in, as the top bar shows it."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx

from certify_app.db.engine import read
from certify_app.domain.acts import acts_of
from certify_app.domain.permissions import Audience
from certify_app.domain.profiles.photo import photo_name
from certify_app.gate.events import who


class Me(rx.State):
    audience: ClassVar[Audience] = Audience.LOGGED_IN

    first_name: str = ""
    last_name: str = ""
    initials: str = ""
    photo: str = ""
    role: str = ""
    may: list[str] = []

    @rx.event
    async def load(self) -> None:
        me = who()
        self.first_name, self.last_name = me.first_name, me.last_name
        self.initials = initials(me.first_name, me.last_name)
        self.role = me.staff_role.value if me.staff_role else ""
        self.may = [act.value for act in acts_of(me)]
        name = await read(photo_name, me.account_id)
        self.photo = f"/api/profile/photo?is={name[:12]}" if name else ""


def initials(first_name: str, last_name: str) -> str:
    """One letter of each name there is: "JS" for Jane Smith."""
    return "".join(name[:1].upper() for name in (first_name.strip(), last_name.strip()))
