"""What a learner sees first (guide 3.1)."""

from __future__ import annotations

from dataclasses import dataclass
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
from certify_app.domain.connections.queries import count_running
from certify_app.domain.learners.queries import list_enrolment_numbers
from certify_app.domain.money import say_money
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.models import Order
from certify_app.domain.shop.orderable_awards import orderable_awards
from certify_app.domain.shop.orders_standing import orders_standing
from certify_app.domain.shop.queries import own_order
from certify_app.domain.shop.statuses import OrderStatus
from certify_app.gate.events import who
from certify_app.locales import _
from certify_app.locales.dates import day
from certify_app.locales.paths import localised
from certify_app.state.portal.award_rows import AwardRow, award_row
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable

LATEST = 2
SOON_DAYS = 90


@dataclass(frozen=True)
class UnpaidRow:
    number: str = ""
    sentence: str = ""
    href: str = ""


class Dashboard(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    first_name: str = ""
    awards: int = 0
    numbers: int = 0
    connections: int = 0
    latest: list[AwardRow] = []
    attention: list[str] = []
    processing: int = 0
    unpaid: list[UnpaidRow] = []
    thanks: str = ""
    thanks_more: str = ""
    thanks_for: str = ""

    @rx.event
    async def load(self) -> None:
        me = who()
        back_from = storable(str(self.router.url.query_parameters.get("paid", "")), 20)
        seen = await read(_seen, me.account_id, me.learner_id, back_from)
        self.first_name = me.first_name
        self.awards, self.numbers = seen.awards, seen.numbers
        self.connections = seen.connections
        self.processing = seen.orders.processing
        with spoken(self):
            self.latest = [award_row(award, seen.orderable) for award in seen.latest]
            waiting = [order for order in seen.orders.unpaid if order.number != back_from]
            self.unpaid = [_unpaid(order) for order in waiting]
            self._thank(seen.returned)
            self.attention = [_ends_soon(award) for award in seen.expiring]

    def _thank(self, order: Order | None) -> None:
        """Back from paying, also when the provider has yet to tell us."""
        self.thanks = self.thanks_more = self.thanks_for = ""
        if order is None:
            return
        self.thanks_for = localised(f"/orders/{order.number}")
        if order.paid_at:
            self.thanks = _("Thank you. Your order {number} is paid.", number=order.number)
            self.thanks_more = _("We send the receipt by email.")
        elif order.status == OrderStatus.PENDING:
            self.thanks = _("Your order {number} is not paid yet.", number=order.number)
            self.thanks_more = _("If you have just paid, this takes a moment. Nothing is lost.")


class _Seen:
    def __init__(
        self, session: Session, account_id: int, learner_id: int | None, back_from: str
    ) -> None:
        now = today(settings().zone)
        self.awards = count_awards(session, learner_id)
        self.numbers = len(list_enrolment_numbers(session, learner_id))
        self.connections = count_running(session, account_id)
        self.latest = list_awards(session, learner_id, now, limit=LATEST)
        self.expiring = list_expiring(session, learner_id, now, days=SOON_DAYS)
        self.orderable = orderable_awards(session, learner_id)
        self.orders = orders_standing(session, account_id)
        self.returned = own_order(session, account_id, back_from) if back_from else None


def _seen(session: Session, account_id: int, learner_id: int | None, back_from: str) -> _Seen:
    return _Seen(session, account_id, learner_id, back_from)


def _unpaid(order: Order) -> UnpaidRow:
    total = say_money(order.total, order.currency)
    sentence = _("Order {number} awaits payment of {total}", number=order.number, total=total)
    return UnpaidRow(order.number, sentence, localised(f"/orders/{order.number}"))


def _ends_soon(award: AwardSummary) -> str:
    assert award.expiry_date
    return _(
        "{qualification} expires on {date}",
        qualification=award.qualification,
        date=day(award.expiry_date),
    )
