"""What a learner sees first (guide 3.1)."""

from __future__ import annotations

from typing import ClassVar

import reflex as rx
from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.awards.queries import (
    AwardSummary,
    count_awards,
    list_awards,
    list_expiring,
)
from certify_app.domain.clock import today
from certify_app.domain.learners.queries import list_enrolment_numbers
from certify_app.domain.permissions import Audience
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.state.portal.award_rows import AwardRow, award_row
from certify_app.state.portal.spoken import spoken

LATEST = 2
SOON_DAYS = 90


class Dashboard(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    first_name: str = ""
    awards: int = 0
    numbers: int = 0
    latest: list[AwardRow] = []
    attention: list[str] = []

    @rx.event
    async def load(self) -> None:
        me = who()
        seen = await read(_seen, me.learner_id)
        self.first_name = me.first_name
        self.awards, self.numbers = seen.awards, seen.numbers
        with spoken(self):
            self.latest = [award_row(award) for award in seen.latest]
            self.attention = [_ends_soon(award) for award in seen.expiring]


class _Seen:
    def __init__(self, session: Session, learner_id: int | None) -> None:
        now = today(settings().zone)
        self.awards = count_awards(session, learner_id)
        self.numbers = len(list_enrolment_numbers(session, learner_id))
        self.latest = list_awards(session, learner_id, now, limit=LATEST)
        self.expiring = list_expiring(session, learner_id, now, days=SOON_DAYS)


def _seen(session: Session, learner_id: int | None) -> _Seen:
    return _Seen(session, learner_id)


def _ends_soon(award: AwardSummary) -> str:
    assert award.expiry_date
    return _(
        "{qualification} expires on {date}",
        qualification=award.qualification,
        date=day(award.expiry_date),
    )
