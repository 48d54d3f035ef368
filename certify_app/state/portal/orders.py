"""Orders (guide 5.3): what is searched, filtered and sorted stands in the address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar
from urllib.parse import urlencode

import reflex as rx
from sqlmodel import Session

from certify_app.db.engine import read
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.permissions import Audience
from certify_app.domain.shop.filter_options import FilterOptions, filter_options
from certify_app.domain.shop.list_orders import OrderPage, Wanted, list_orders
from certify_app.domain.shop.typed_filters import FIELDS, known_size, known_sort, read_filters
from certify_app.gate.events import who
from certify_app.locales.paths import language_of, localised
from certify_app.state.portal.order_chips import chips_of
from certify_app.state.portal.order_rows import OrderRow, order_row, showing
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text

USUAL = {"sort": "created", "dir": "desc", "size": "20", "page": "1"}


class Orders(rx.State):
    """`asked` are the filters in force by name, as they were typed; `searches` counts those
    of this visit, after which the reader is led to what was found."""

    audience: ClassVar[Audience] = Audience.LEARNER

    rows: list[OrderRow] = []
    has_any: bool = False
    found: int = 0
    showing: str = ""
    asked: dict[str, str] = {}
    chips: list[tuple[str, str]] = []
    errors: dict[str, str] = {}
    products: list[tuple[str, str]] = []
    deliveries: list[tuple[str, str]] = []
    organisations: list[tuple[str, str]] = []
    filtering: bool = False
    sort: str = "created"
    descending: bool = True
    size: str = "20"
    page: int = 1
    has_next: bool = False
    address: str = ""
    forms: int = 0
    searches: int = 0

    @rx.event
    async def load(self) -> None:
        """From the address, which may be a bookmark or be typed by anyone."""
        asked = self.router.url.query_parameters
        given = {name: storable(str(asked.get(name, "")), 100) for name in FIELDS}
        self.asked = {name: value for name, value in given.items() if value}
        self.sort = known_sort(asked.get("sort", ""))
        self.descending = asked.get("dir", "desc") != "asc"
        self.size = str(known_size(asked.get("size", "")))
        self.page, self.errors = _page(asked.get("page", "")), {}
        self.filtering = bool(self.asked.keys() - {"search"})
        self.forms += 1
        self.searches = 0
        await self._show()

    @rx.event
    async def search_for(self, words: str) -> None:
        self._ask({**self.asked, "search": storable(words, 100).strip()})
        await self._show()

    @rx.event
    async def filter_by(self, form: dict[str, Any]) -> None:
        """Search in Advanced Search; what cannot be understood filters nothing."""
        typed = {name: storable(text(form, name), 100).strip() for name in FIELDS}
        asked = typed | {"search": self.asked.get("search", "")}
        with spoken(self):
            try:
                read_filters(asked)
            except DomainError as problem:
                found = problem.problems if isinstance(problem, Problems) else [problem]
                self.errors = {p.field: str(p) for p in found}
                return
        self._ask(asked)
        await self._show()
        self.searches += 1

    @rx.event
    async def remove_filter(self, name: str) -> None:
        self._ask({known: value for known, value in self.asked.items() if known != name})
        self.forms += 1
        await self._show()

    @rx.event
    async def clear_filters(self) -> None:
        self._ask({"search": self.asked.get("search", "")})
        self.forms += 1
        await self._show()

    @rx.event
    def toggle_filter(self) -> None:
        """Settings, next to Filter, opens Advanced Search."""
        self.filtering = not self.filtering

    @rx.event
    async def sort_by(self, column: str) -> None:
        """The same column again turns the order round."""
        column = known_sort(column)
        self.descending = not self.descending if column == self.sort else column == "created"
        self.sort, self.page = column, 1
        await self._show()

    @rx.event
    async def show_rows(self, size: str) -> None:
        self.size, self.page = str(known_size(size)), 1
        await self._show()

    @rx.event
    async def go_previous(self) -> None:
        self.page = max(1, self.page - 1)
        await self._show()

    @rx.event
    async def go_next(self) -> None:
        self.page += 1 if self.has_next else 0
        await self._show()

    def _ask(self, asked: dict[str, str]) -> None:
        self.asked = {name: value for name, value in asked.items() if value}
        self.page, self.errors = 1, {}

    async def _show(self) -> None:
        with spoken(self):
            seen = await read(_seen, who().account_id, self._wanted(), self.asked)
            self.rows = [order_row(row) for row in seen.page.rows]
            self.showing = showing(seen.page)
            options = seen.options
            self.chips = chips_of(self.asked, options)
        self.products, self.deliveries = options.products, options.deliveries
        self.organisations = options.organisations
        self.found, self.has_any = seen.page.count, seen.has_any
        self.page = seen.number
        self.has_next = seen.page.more or seen.page.last < seen.page.count
        self.address = self._own_address()

    def _wanted(self) -> Wanted:
        return Wanted(
            sort=self.sort, descending=self.descending, page=self.page, size=int(self.size)
        )

    def _own_address(self) -> str:
        shown = {
            "sort": self.sort,
            "dir": "desc" if self.descending else "asc",
            "size": self.size,
            "page": str(self.page),
        }
        kept = self.asked | {k: v for k, v in shown.items() if v != USUAL[k]}
        place = localised("/orders", language_of(self.router.url.path))
        return f"{place}?{urlencode(kept)}" if kept else place


@dataclass(frozen=True)
class _Seen:
    page: OrderPage
    number: int
    has_any: bool
    options: FilterOptions


def _seen(session: Session, account_id: int, shown: Wanted, asked: dict[str, str]) -> _Seen:
    """A page behind the last one is the last one; a filter that means nothing filters nothing."""
    wanted = replace(
        _understood(asked),
        sort=shown.sort,
        descending=shown.descending,
        page=shown.page,
        size=shown.size,
    )
    page = list_orders(session, wanted, account_id)
    if page.count and not page.rows:
        wanted = replace(wanted, page=max(1, -(-page.count // wanted.size)))
        page = list_orders(session, wanted, account_id)
    has_any = bool(page.count) or bool(list_orders(session, Wanted(size=1), account_id).count)
    return _Seen(page, wanted.page, has_any, filter_options(session, account_id))


def _understood(asked: dict[str, str]) -> Wanted:
    try:
        return read_filters(asked)
    except Problems as problems:
        wrong = {problem.field for problem in problems.problems}
        return read_filters({k: v for k, v in asked.items() if k not in wrong})


def _page(typed: str) -> int:
    is_number = typed.isascii() and typed.isdigit() and len(typed) < 6
    return max(1, int(typed)) if is_number else 1
