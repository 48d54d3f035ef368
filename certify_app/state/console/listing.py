"""The State of every list of the console. What is asked for stands in the address.

A list is a class of three lines; see "Add a page to the console" in docs/architecture.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import urlencode

import reflex as rx

from certify_app.db.engine import read
from certify_app.domain.errors import DomainError, Problems
from certify_app.domain.lists.list_of import SIZES, ListOf
from certify_app.domain.lists.list_page import ListPage, Wanted, list_page
from certify_app.domain.lists.typed_filters import LONGEST, check_filters, fields
from certify_app.locales.paths import language_of, localised
from certify_app.state.console.list_rows import ListRow, ListView, chips_of, list_rows, showing
from certify_app.state.portal.spoken import spoken
from certify_app.state.typed import storable, text


class Listing(rx.State, mixin=True):
    """`asked` are search and filters by name, as typed; `chosen` are ids of ticked rows."""

    what: ClassVar[ListOf]

    rows: list[ListRow] = []
    view: ListView = ListView()
    asked: dict[str, str] = {}
    chips: list[tuple[str, str]] = []
    options: dict[str, list[tuple[str, str]]] = {}
    errors: dict[str, str] = {}
    chosen: list[str] = []

    @rx.event
    async def load(self) -> None:
        """From the address, which may be a bookmark or be typed by anyone."""
        given = {n: storable(str(v), LONGEST) for n, v in self.router.url.query_parameters.items()}
        self.asked = {name: given[name] for name in fields(self.what) if given.get(name)}
        self.errors = {}
        usual = "desc" if self.what.descending else "asc"
        self.view = replace(
            self.view,
            sort=self.what.sorting(given.get("sort", "")).name,
            descending=given.get("dir", usual) == "desc",
            size=_size(given.get("size", "")),
            page=max(1, _number(given.get("page", ""))),
            filtering=False,
            forms=self.view.forms + 1,
        )
        await self._show(_number(given.get("after", "")), _number(given.get("before", "")))

    @rx.event
    async def search_for(self, words: str) -> None:
        await self._ask({**self.asked, "search": storable(words, LONGEST).strip()})

    @rx.event
    async def filter_by(self, form: dict[str, Any]) -> None:
        """What cannot be understood filters nothing."""
        names = [name for name in fields(self.what) if name != "search"]
        typed = {name: storable(text(form, name), LONGEST).strip() for name in names}
        with spoken(self):
            try:
                check_filters(self.what, typed)
            except DomainError as problem:
                found = problem.problems if isinstance(problem, Problems) else [problem]
                self.errors = {p.field: str(p) for p in found}
                return
        await self._ask(typed | {"search": self.asked.get("search", "")})

    @rx.event
    async def remove_filter(self, name: str) -> None:
        self.view = replace(self.view, forms=self.view.forms + 1)
        await self._ask({known: value for known, value in self.asked.items() if known != name})

    @rx.event
    async def clear_filters(self) -> None:
        self.view = replace(self.view, forms=self.view.forms + 1)
        await self._ask({"search": self.asked.get("search", "")})

    @rx.event
    def toggle_filter(self) -> None:
        self.view = replace(self.view, filtering=not self.view.filtering)

    @rx.event
    async def sort_by(self, column: str) -> None:
        """The same column again turns the order round."""
        name, was = self.what.sorting(column).name, self.view
        down = not was.descending if name == was.sort else False
        self.view = replace(was, sort=name, descending=down)
        await self._show()

    @rx.event
    async def show_rows(self, size: str) -> None:
        self.view = replace(self.view, size=_size(size))
        await self._show()

    @rx.event
    async def go_previous(self) -> None:
        if self.view.page > 1 and self.rows:
            self.view = replace(self.view, page=self.view.page - 1)
            await self._show(before=int(self.rows[0].id) if self.view.page > 1 else 0)

    @rx.event
    async def go_next(self) -> None:
        if self.view.has_next and self.rows:
            self.view = replace(self.view, page=self.view.page + 1)
            await self._show(after=int(self.rows[-1].id))

    @rx.event
    def choose(self, id: str) -> None:
        """Tick a row, or take the tick off."""
        if id in self.chosen:
            self.chosen = [other for other in self.chosen if other != id]
        elif any(row.id == id for row in self.rows):
            self.chosen = [*self.chosen, id]

    @rx.event
    def choose_page(self) -> None:
        """All rows of the page; none when all are ticked already."""
        all_of_them = [row.id for row in self.rows]
        self.chosen = [] if set(all_of_them) <= set(self.chosen) else all_of_them

    @rx.event
    def choose_none(self) -> None:
        self.chosen = []

    async def _ask(self, asked: dict[str, str]) -> None:
        self.asked = {name: value for name, value in asked.items() if value}
        self.errors = {}
        await self._show()

    async def _show(self, after: int = 0, before: int = 0) -> None:
        """Without a place to go on from, the first page."""
        view, asked = self.view, dict(self.asked)
        wanted = Wanted(asked, view.sort, view.descending, int(view.size), view.page, after, before)
        with spoken(self):
            page = await read(list_page, self.what, wanted)
            self.rows = list_rows(self.what, page)
            self.options, self.chosen = page.options, []
            self.chips = chips_of(self.what, asked, page.options)
            self.view = self._seen(page, showing(page), after, before)

    def _seen(self, page: ListPage, said: str, after: int, before: int) -> ListView:
        view = replace(
            self.view, found=page.count, showing=said, page=page.page, has_next=page.has_next
        )
        kept = dict(self.asked)
        if view.sort != self.what.sort or view.descending != self.what.descending:
            kept |= {"sort": view.sort, "dir": "desc" if view.descending else "asc"}
        export = f"/api/console/{self.what.name}.csv?{urlencode(kept)}"
        if view.size != str(SIZES[0]):
            kept["size"] = view.size
        if view.page > 1:
            kept |= {"page": str(view.page), **_place(after, before)}
        place = localised(self.what.address, language_of(self.router.url.path))
        return replace(view, address=f"{place}?{urlencode(kept)}" if kept else place, export=export)


def _place(after: int, before: int) -> dict[str, str]:
    return {"before": str(before)} if before else {"after": str(after)}


def _size(typed: str) -> str:
    return typed if typed in map(str, SIZES) else str(SIZES[0])


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
