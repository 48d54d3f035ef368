"""What remains of an import: its problems for whoever imported, its trace for all time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from sqlmodel import Session

from certify_app.domain.audit.record_act import record_act
from certify_app.domain.imports.columns import FileKind
from certify_app.domain.imports.options import ImportOptions
from certify_app.domain.imports.problem_file import write_problems
from certify_app.domain.imports.problems import Problem
from certify_app.domain.imports.results import ImportResult
from certify_app.domain.webhooks.announce import announce
from certify_app.domain.webhooks.events import EventKind

MOST_SHOWN = 1_000
ACT = "import_file"


def report_problems(
    result: ImportResult,
    problems: Callable[[int], Iterator[Problem]],
    options: ImportOptions,
) -> None:
    """Keep the first problems in the result and write all of them to the file asked for."""
    result.problems = list(problems(MOST_SHOWN))
    if options.problem_file and result.problem_count:
        write_problems(options.problem_file, problems(-1))


def record_import(
    session: Session,
    result: ImportResult,
    options: ImportOptions,
    first: int = 1,
    last: int = 0,
) -> None:
    """One audit entry, with the ids of the new awards and no name."""
    details: dict[str, Any] = {
        "file_kind": result.kind.value,
        "rows": result.rows,
        "rows_refused": result.rows_refused,
        "counts": {noun: asdict(count) for noun, count in result.counts.items()},
    }
    if last >= first:
        details["awards"] = [first, last]
    record_act(session, ACT, "file", None, options.actor_id, **details)
    if result.kind is FileKind.AWARDS:
        counts = {noun: asdict(count) for noun, count in result.counts.items()}
        announce(session, EventKind.AWARDS_IMPORTED, counts=counts)
