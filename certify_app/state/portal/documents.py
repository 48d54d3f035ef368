"""Documents and Badges (guide 4.1): search, order and page are kept in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

import reflex as rx
from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import read
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.awards.queries import (
    AwardSummary,
    BadgeSummary,
    Order,
    count_awards,
    count_badges,
    list_awards,
    list_badges,
)
from certify_app.domain.clock import today
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.orderable_awards import orderable_awards
from certify_app.gate.events import who
from certify_app.locales import _, plural
from certify_app.locales.paths import language_of, localised
from certify_app.state.portal.award_rows import AwardRow, BadgeRow, award_row, badge_row
from certify_app.state.portal.spoken import spoken

PER_PAGE = 10
BADGES_AT_FIRST = 8
MOST_BADGES = 1000
SEARCH_FROM = 10
LONGEST_SEARCH = 100


class Documents(rx.State):
    audience: ClassVar[Audience] = Audience.LEARNER

    awards: list[AwardRow] = []
    badges: list[BadgeRow] = []
    badge_count: int = 0
    all_badges: bool = False
    total: int = 0
    found: int = 0
    search: str = ""
    order: str = Order.NEWEST.value
    page: int = 1
    summary: str = ""
    showing: str = ""
    address: str = ""

    @rx.var
    def has_many(self) -> bool:
        return self.total >= SEARCH_FROM

    @rx.var
    def has_next(self) -> bool:
        return self.page * PER_PAGE < self.found

    @rx.event
    async def load(self) -> None:
        """From the address, which may be a bookmark or be typed by anyone."""
        asked = self.router.url.query_parameters
        self.all_badges = False
        self._ask(asked.get("search", ""), asked.get("order", ""), asked.get("page", ""))
        await self._show()

    @rx.event
    async def search_for(self, text: str) -> None:
        self._ask(text, self.order, 1)
        await self._show()

    @rx.event
    async def sort_by(self, order: str) -> None:
        self._ask(self.search, order, 1)
        await self._show()

    @rx.event
    async def go_previous(self) -> None:
        self._ask(self.search, self.order, self.page - 1)
        await self._show()

    @rx.event
    async def go_next(self) -> None:
        self._ask(self.search, self.order, self.page + 1)
        await self._show()

    @rx.event
    async def show_all_badges(self) -> None:
        self.all_badges = True
        await self._show()

    def _ask(self, search: object, order: object, page: object) -> None:
        """Nothing that comes from a browser is taken for what it should be."""
        words = str(search).encode("utf-8", "ignore").decode().replace("\0", "").split()
        self.search = " ".join(words)[:LONGEST_SEARCH]
        self.order = next((o.value for o in Order if o.value == order), Order.NEWEST.value)
        digits = str(page)
        self.page = max(1, int(digits)) if digits.isdecimal() and len(digits) < 6 else 1

    async def _show(self) -> None:
        asked = (self.search, Order(self.order), self.page, self.all_badges)
        shelf = await read(_shelf, who().learner_id, *asked)
        self.badge_count = shelf.badge_count
        self.total, self.found, self.page = shelf.total, shelf.found, shelf.page
        self.address = self._own_address()
        with spoken(self):
            self.awards = [award_row(award, shelf.orderable) for award in shelf.awards]
            self.badges = [badge_row(badge, shelf.awarding_body) for badge in shelf.badges]
            self.summary = _summary(shelf)
            self.showing = _showing(shelf)

    def _own_address(self) -> str:
        asked = {"search": self.search, "order": self.order, "page": str(self.page)}
        usual = {"search": "", "order": Order.NEWEST.value, "page": "1"}
        kept = urlencode({k: v for k, v in asked.items() if v != usual[k]})
        place = localised("/documents", language_of(self.router.url.path))
        return f"{place}?{kept}" if kept else place


@dataclass(frozen=True)
class _Shelf:
    total: int
    found: int
    page: int
    awards: list[AwardSummary]
    badges: list[BadgeSummary]
    badge_count: int
    awarding_body: str
    orderable: set[str]


def _shelf(
    session: Session,
    learner_id: int | None,
    search: str,
    order: Order,
    page: int,
    all_badges: bool,
) -> _Shelf:
    """A page behind the last one is the last one."""
    now = today(settings().zone)
    found = count_awards(session, learner_id, search)
    page = min(page, max(1, -(-found // PER_PAGE)))
    return _Shelf(
        total=count_awards(session, learner_id) if search else found,
        found=found,
        page=page,
        awards=list_awards(
            session,
            learner_id,
            now,
            search=search,
            order=order,
            offset=(page - 1) * PER_PAGE,
            limit=PER_PAGE,
        ),
        badges=list_badges(
            session, learner_id, now, MOST_BADGES if all_badges else BADGES_AT_FIRST
        ),
        badge_count=count_badges(session, learner_id),
        awarding_body=awarding_body(session).name,
        orderable=orderable_awards(session, learner_id),
    )


def _summary(shelf: _Shelf) -> str:
    awards = plural("{count} award", "{count} awards", shelf.total)
    if not shelf.badge_count:
        return awards
    badges = plural("{count} badge", "{count} badges", shelf.badge_count)
    return f"{awards}, {badges}"


def _showing(shelf: _Shelf) -> str:
    first = (shelf.page - 1) * PER_PAGE + 1
    if not shelf.awards:
        return _("Nothing found")
    return _(
        "Showing {first} - {last} of {count}",
        first=first,
        last=first + len(shelf.awards) - 1,
        count=shelf.found,
    )
