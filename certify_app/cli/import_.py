"""`certify import FILE`: awards, units or qualifications from a CSV file or workbook.

The kind is recognised by the headers:

- awards: enrolment_number, first_name, middle_name, last_name, date_of_birth, email,
  organisation, qualification_code, qualification_title, level, award_date, expiry_date,
  grade, reference
- units: qualification_code, unit_code, unit_title, level, credits
- qualifications: qualification_code, documents, badge_name, badge_criteria,
  download_limit, print_limit, and qualification_title and level if wanted

Ends with 0 when all is well, 1 when rows are wrong and nothing was imported, 2 when
the file as a whole cannot be taken.

With --json it prints one document:

    {"ok": true, "file": "awards.csv", "kind": "awards",
     "outcome": "imported" | "checked" | "refused",
     "rows": 5000, "rows_refused": 0,
     "counts": {"learners": {"new": 1, "changed": 0, "unchanged": 0}, ...},
     "error_count": 1,
     "errors": [{"line": 2, "column": "award_date", "value": "31/02/2024",
                 "message": "..."}],
     "notes": []}

`counts` has organisations, qualifications, learners, awards, documents and badges for
awards; qualifications, units, documents and badges for units; qualifications, documents
and badges for qualifications. `errors` holds the first 1,000. For a file that cannot be
taken it is {"ok": false, "file": ..., "outcome": "refused", "message": "..."}.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from certify_app.domain.imports.options import ImportOptions
    from certify_app.domain.imports.progress import Step, Tell
    from certify_app.domain.imports.results import ImportResult

EXAMPLES = (
    "certify import awards.csv --dry-run",
    "certify import awards.xlsx --skip-bad-rows --errors wrong.csv",
    'certify import awards.csv --map "Student ID=enrolment_number" --json',
)

ROWS_WRONG = 1
FILE_WRONG = 2
MOST_PRINTED = 20


def command(
    file: Annotated[Path, typer.Argument(help="A CSV file or an Excel workbook (.xlsx).")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check everything and change nothing.")
    ] = False,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", help="“Their header=our_column”; “=ignore” leaves one out."),
    ] = None,
    ignore_unknown: Annotated[
        bool, typer.Option("--ignore-unknown", help="Leave out columns not known.")
    ] = False,
    skip_bad_rows: Annotated[
        bool, typer.Option("--skip-bad-rows", help="Import the good rows all the same.")
    ] = False,
    errors: Annotated[Path | None, typer.Option(help="Write every problem to this CSV.")] = None,
    tell_learners: Annotated[
        bool, typer.Option("--tell-learners", help="Mail learners that certificates are ready.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Import awards, units or qualifications from a CSV file or an Excel workbook."""
    from certify_app.domain.imports.options import ImportOptions

    options = ImportOptions(
        mapping=tuple(mapping or ()),
        ignore_unknown=ignore_unknown,
        dry_run=dry_run,
        skip_bad_rows=skip_bad_rows,
        tell_learners=tell_learners,
        problem_file=errors,
    )
    raise typer.Exit(_import(file, options, as_json))


def _import(file: Path, options: ImportOptions, as_json: bool) -> int:
    from certify_app.db.engine import database
    from certify_app.db.migrate import migrate
    from certify_app.domain.imports.errors import BadFile
    from certify_app.domain.imports.import_file import import_file

    migrate(database())
    try:
        with _progress(shown=not as_json and sys.stderr.isatty()) as tell:
            result = import_file(database(), file, options, tell)
    except BadFile as error:
        _print_bad_file(file, error, as_json)
        return FILE_WRONG
    if as_json:
        print(json.dumps(result.as_json(), ensure_ascii=False))
    else:
        _print_result(result, options)
    return 0 if result.as_json()["ok"] else ROWS_WRONG


@contextmanager
def _progress(*, shown: bool) -> Iterator[Tell]:
    """A bar on the terminal, which the JSON and a log are spared."""
    from certify_app.domain.imports.progress import tell_nobody, words

    if not shown:
        yield tell_nobody
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def tell(step: Step, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(words(step), total=total)
            bar.advance(tasks[step], done)

        yield tell


def _print_bad_file(file: Path, error: Exception, as_json: bool) -> None:
    if as_json:
        document = {"ok": False, "file": file.name, "outcome": "refused", "message": str(error)}
        print(json.dumps(document, ensure_ascii=False))
    else:
        print(error, file=sys.stderr)


def _print_result(result: ImportResult, options: ImportOptions) -> None:
    from certify_app.domain.imports.summary import problem_lines, summary_lines

    for line in problem_lines(result, MOST_PRINTED):
        print(line, file=sys.stderr)
    for line in summary_lines(result, options):
        print(line)
