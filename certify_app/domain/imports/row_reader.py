"""One row, taken apart column by column, with everything that is wrong gathered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from certify_app.domain.errors import DomainError
from certify_app.domain.imports.cells import clean_cell
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.problems import Problem, TooManyCells, shown
from certify_app.domain.imports.table import Row

T = TypeVar("T")


class RowReader:
    """`problems` is empty when every `take` succeeded."""

    def __init__(self, headers: HeaderMap, row: Row) -> None:
        self.line, cells = row
        self.problems: list[Problem] = []
        self._headers = headers
        self._cells = cells
        extra = next(filter(None, cells[len(headers.headers) :]), "")
        if extra:
            self._refuse("", extra, TooManyCells(value=shown(extra)))

    def raw(self, column: str) -> str:
        position = self._headers.positions.get(column)
        if position is None or position >= len(self._cells):
            return ""
        return self._cells[position]

    def take(self, column: str, parse: Callable[[str], T], otherwise: T) -> T:
        """What the cell means; `otherwise` stands in when it is refused."""
        text = self.raw(column)
        try:
            return parse(clean_cell(text))
        except DomainError as error:
            self._refuse(column, text, error)
            return otherwise

    def take_optional(self, column: str, parse: Callable[[str], T]) -> T | None:
        """None for an empty cell or an absent column."""
        if not self.raw(column).strip():
            return None
        return self.take(column, parse, None)

    def check(self, column: str, wrong: bool, error: DomainError) -> None:
        """Refuse the row over a rule between its cells."""
        if wrong:
            self._refuse(column, self.raw(column), error)

    def _refuse(self, column: str, value: str, error: DomainError) -> None:
        header = self._headers.header(column)
        self.problems.append(Problem(self.line, header, shown(value), str(error)))
