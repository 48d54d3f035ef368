"""Import a file of units or qualifications: short lists, held in memory and saved at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from time import perf_counter
from typing import Generic, TypeVar

from sqlmodel import Session

from certify_app.db.engine import Database
from certify_app.domain.errors import DomainError
from certify_app.domain.imports.check_qualification import (
    QualificationRow,
    check_qualification,
)
from certify_app.domain.imports.check_unit import UnitRow, check_unit
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.options import ImportOptions
from certify_app.domain.imports.problems import (
    Problem,
    QualificationTwice,
    UnitTwice,
    shown,
)
from certify_app.domain.imports.progress import Step, Tell
from certify_app.domain.imports.read_rows import rows_of
from certify_app.domain.imports.record_import import record_import, report_problems
from certify_app.domain.imports.results import Count, ImportResult, Outcome
from certify_app.domain.imports.row_reader import RowReader
from certify_app.domain.imports.save_qualifications import save_qualifications
from certify_app.domain.imports.save_units import save_units
from certify_app.domain.imports.table import Table

R = TypeVar("R", UnitRow, QualificationRow)


@dataclass(frozen=True)
class ListKind(Generic[R]):
    """How one row is checked, what makes two rows the same thing, how all are saved."""

    check: Callable[[RowReader], R]
    column: str
    key: Callable[[R], Hashable]
    twice: type[DomainError]
    save: Callable[[Session, list[R]], dict[str, Count]]


UNITS = ListKind(
    check_unit,
    "unit_code",
    lambda row: (row.qualification_code, row.code),
    UnitTwice,
    save_units,
)
QUALIFICATIONS = ListKind(
    check_qualification,
    "qualification_code",
    lambda row: row.code,
    QualificationTwice,
    save_qualifications,
)


class _OnlyLooking(Exception):
    """Ends the transaction of a dry run without a trace."""


def import_list(
    db: Database,
    table: Table,
    headers: HeaderMap,
    options: ImportOptions,
    tell: Tell,
    kind: ListKind[R],
) -> ImportResult:
    """Raises BadFile."""
    result = ImportResult(headers.layout.kind, table.name, notes=[*table.notes])
    rows, problems = _read(table, headers, kind, result)
    tell(Step.READING, result.rows, result.rows)
    result.problem_count = len(problems)
    result.rows_refused = len({p.line for p in problems})
    report_problems(result, lambda most: iter(problems[: most % 2**63]), options)
    if not problems or options.skip_bad_rows:
        _save(db, kind, rows, result, options)
    return result


def _read(
    table: Table, headers: HeaderMap, kind: ListKind[R], result: ImportResult
) -> tuple[list[R], list[Problem]]:
    rows: list[R] = []
    problems: list[Problem] = []
    first_lines: dict[Hashable, int] = {}
    for raw in rows_of(table, headers):
        result.rows += 1
        reader = RowReader(headers, raw)
        row = kind.check(reader)
        first = first_lines.setdefault(kind.key(row), row.line)
        again = kind.twice(code=shown(row.code), first=first)
        if not reader.problems:
            reader.check(kind.column, first != row.line, again)
        problems += reader.problems
        if not reader.problems:
            rows.append(row)
    return rows, problems


def _save(
    db: Database,
    kind: ListKind[R],
    rows: list[R],
    result: ImportResult,
    options: ImportOptions,
) -> None:
    try:
        with db.write() as session:
            started = perf_counter()
            result.counts = kind.save(session, rows)
            if options.dry_run:
                raise _OnlyLooking
            if not result.changes_nothing:
                record_import(session, result, options)
    except _OnlyLooking:
        result.outcome = Outcome.CHECKED
        return
    result.locked_seconds = perf_counter() - started
    result.outcome = Outcome.IMPORTED
