"""From the rows of an awards file to checked rows in the staging."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from certify_app.domain.imports import errors
from certify_app.domain.imports.check_agreement import check_agreement
from certify_app.domain.imports.check_award import AwardRow, check_award
from certify_app.domain.imports.columns import DATE_COLUMNS
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.progress import Step, Tell
from certify_app.domain.imports.row_reader import RowReader
from certify_app.domain.imports.staging import BATCH, Staging
from certify_app.domain.imports.table import Row, Table


def rows_of(table: Table, headers: HeaderMap) -> Iterator[Row]:
    """
    Raises:
        HeaderOnly: there is no row.
    """
    positions = headers.positions
    dates = frozenset(positions[c] for c in DATE_COLUMNS & positions.keys())
    empty = True
    for row in table.rows(dates):
        empty = False
        yield row
    if empty:
        raise errors.HeaderOnly(name=table.name)


def read_rows(table: Table, headers: HeaderMap, stage: Staging, today: date, tell: Tell) -> int:
    """How many rows there are; the good ones are staged, the others refused.

    Raises:
        BadFile: what only shows when the file is read to its end.
    """
    count = 0
    good: list[AwardRow] = []
    for row in _told(rows_of(table, headers), table.about, tell):
        count += 1
        reader = RowReader(headers, row)
        checked = check_award(reader, today)
        if reader.problems:
            stage.refuse(reader.problems)
        else:
            good.append(checked)
        if len(good) >= BATCH:
            stage.add_rows(good)
            good.clear()
    stage.add_rows(good)
    stage.rows_are_loaded()
    check_agreement(stage, headers)
    return count


def _told(rows: Iterable[Row], about: int, tell: Tell) -> Iterator[Row]:
    done = 0
    for done, row in enumerate(rows, start=1):
        if done % BATCH == 0:
            tell(Step.READING, BATCH, about)
        yield row
    tell(Step.READING, done % BATCH, about)
