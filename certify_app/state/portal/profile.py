"""What the awarding body knows of a learner, to read."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read
from certify_app.domain.learners.models import Learner
from certify_app.domain.learners.queries import find_learner, list_enrolment_numbers
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales.dates import day
from certify_app.state.portal.spoken import spoken


class Profile(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    email: str = ""
    date_of_birth: str = ""
    numbers: list[str] = []

    @rx.event
    async def load(self) -> None:
        me = who()
        learner, self.numbers = await read(_known, me.learner_id)
        self.first_name, self.last_name, self.email = me.first_name, me.last_name, me.email
        self.middle_name = learner.middle_name if learner else ""
        born = learner.date_of_birth if learner else None
        with spoken(self):
            self.date_of_birth = day(born) if born else ""


def _known(session: Session, learner_id: int | None) -> tuple[Learner | None, list[str]]:
    return find_learner(session, learner_id), list_enrolment_numbers(session, learner_id)
