"""Import a file of awards: check all of it, then write all of it.

Reading, checking and planning happen before the write transaction, so that the
portal's own writers wait only for the inserts. The plan holds only while the records
are as they were read; the writer looks once more, and the plan is made anew if not.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from certify_app.config import settings
from certify_app.db.bulk import RowsConflict, lock_tables
from certify_app.db.engine import Database
from certify_app.domain.clock import today
from certify_app.domain.imports import errors, queries
from certify_app.domain.imports.apply_awards import AwardsWriter
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.options import ImportOptions
from certify_app.domain.imports.plan_file import plan_file
from certify_app.domain.imports.progress import Step, Tell
from certify_app.domain.imports.read_rows import read_rows
from certify_app.domain.imports.record_import import record_import, report_problems
from certify_app.domain.imports.results import Count, ImportResult, Outcome
from certify_app.domain.imports.staging import Staging, staging
from certify_app.domain.imports.table import Table
from certify_app.domain.imports.tell_learners import enqueue_telling

TRIES = 3
Look = Callable[[Staging], None]


def import_awards(
    db: Database,
    table: Table,
    headers: HeaderMap,
    options: ImportOptions,
    tell: Tell,
    look: Look = lambda _stage: None,
) -> ImportResult:
    """`look` is shown every plan that is made; the last one is what was written.

    Raises:
        BadFile: damaged further down, or the records would not hold still.
    """
    for _ in range(TRIES):
        with staging() as stage:
            result = ImportResult(headers.layout.kind, table.name, notes=[*table.notes])
            day = today(settings().zone)
            result.rows = read_rows(table, headers, stage, day, tell)
            read_at = _plan(db, headers, stage, result, tell)
            report_problems(result, stage.problems, options)
            look(stage)
            if not _goes_on(result, options) or _write(db, stage, read_at, result, options):
                return result
    raise errors.RecordsChanged


def _plan(
    db: Database, headers: HeaderMap, stage: Staging, result: ImportResult, tell: Tell
) -> tuple[int | None, ...]:
    """What the newest records were when the plan was made."""
    with db.read() as session:
        read_at = queries.newest_ids(session)
        result.counts = plan_file(session, stage, headers, tell)
    result.problem_count = stage.count("problem")
    result.rows_refused = int(stage.value("SELECT count(DISTINCT line) FROM problem"))
    tell(Step.SAVING, 0, 1)
    return read_at


def _goes_on(result: ImportResult, options: ImportOptions) -> bool:
    """Whether there is something to write; sets the outcome either way."""
    if result.problem_count and not options.skip_bad_rows:
        result.counts = {noun: Count() for noun in result.counts}
        return False
    result.outcome = Outcome.CHECKED if options.dry_run else Outcome.IMPORTED
    return not options.dry_run and not result.changes_nothing


def _write(
    db: Database,
    stage: Staging,
    read_at: tuple[int | None, ...],
    result: ImportResult,
    options: ImportOptions,
) -> bool:
    """False when the records were changed meanwhile; then nothing is written."""
    try:
        with db.write() as session:
            lock_tables(session, queries.ISSUED)
            started = perf_counter()
            if queries.newest_ids(session) != read_at:
                return False
            first, last = AwardsWriter(session, stage).write()
            if options.tell_learners:
                enqueue_telling(session, first, last)
            record_import(session, result, options, first, last)
    except RowsConflict:
        return False
    result.locked_seconds = perf_counter() - started
    return True
