"""One row of a qualifications file, checked by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from certify_app.domain.imports import cells
from certify_app.domain.imports.drawable import drawable
from certify_app.domain.imports.row_reader import RowReader


class QualificationRow(NamedTuple):
    """Empty title, level and documents leave what is recorded; the rest is as given."""

    line: int
    code: str
    title: str
    level: str
    documents: str
    badge_name: str
    badge_criteria: str
    download_limit: int | None
    print_limit: int | None


def check_qualification(row: RowReader) -> QualificationRow:
    """Look at `row.problems` before the result is used."""
    return QualificationRow(
        line=row.line,
        code=row.take("qualification_code", cells.clean_code, ""),
        title=row.take("qualification_title", _within(300), ""),
        level=row.take("level", _within(60), ""),
        documents=row.take("documents", cells.clean_kinds, ""),
        badge_name=row.take("badge_name", _within(200), ""),
        badge_criteria=row.take("badge_criteria", _within(2000), ""),
        download_limit=row.take("download_limit", cells.clean_limit, None),
        print_limit=row.take("print_limit", cells.clean_limit, None),
    )


def _within(most: int) -> Callable[[str], str]:
    return lambda text: drawable(cells.within(text, most))
