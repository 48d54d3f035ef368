"""One row of a units file, checked by itself."""

from __future__ import annotations

from typing import NamedTuple

from certify_app.domain.imports import cells
from certify_app.domain.imports.drawable import drawable
from certify_app.domain.imports.row_reader import RowReader


class UnitRow(NamedTuple):
    line: int
    qualification_code: str
    code: str
    title: str
    level: str
    credits: str


def check_unit(row: RowReader) -> UnitRow:
    """Look at `row.problems` before the result is used."""
    return UnitRow(
        line=row.line,
        qualification_code=row.take("qualification_code", cells.clean_code, ""),
        code=row.take("unit_code", cells.clean_code, ""),
        title=row.take("unit_title", _title, ""),
        level=row.take("level", lambda t: drawable(cells.within(t, 60)), ""),
        credits=row.take("credits", lambda t: drawable(cells.within(t, 20)), ""),
    )


def _title(text: str) -> str:
    return drawable(cells.clean_title(text))
