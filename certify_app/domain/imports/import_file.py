"""The one way in for every kind of file; runs in a command or a job, never in a request."""

from __future__ import annotations

from pathlib import Path

from certify_app.db.engine import Database
from certify_app.domain.imports.columns import FileKind
from certify_app.domain.imports.map_headers import map_headers, read_mapping
from certify_app.domain.imports.open_table import open_table
from certify_app.domain.imports.options import ImportOptions
from certify_app.domain.imports.progress import Tell, tell_nobody
from certify_app.domain.imports.results import ImportResult


def import_file(
    db: Database,
    path: Path,
    options: ImportOptions | None = None,
    tell: Tell = tell_nobody,
) -> ImportResult:
    """Check the whole file, then save it whole or not at all.

    With `skip_bad_rows` the good rows are saved. The same file again changes nothing.

    Raises:
        BadFile: the file as a whole cannot be taken; nothing was changed.
    """
    chosen = options or ImportOptions()
    mapping = read_mapping(chosen.mapping)
    table = open_table(path)
    headers = map_headers(
        table.headers, table.header_line, table.name, mapping, chosen.ignore_unknown
    )
    if headers.layout.kind is FileKind.AWARDS:
        from certify_app.domain.imports.import_awards import import_awards

        return import_awards(db, table, headers, chosen, tell)
    from certify_app.domain.imports import import_lists

    if headers.layout.kind is FileKind.UNITS:
        units = import_lists.UNITS
        return import_lists.import_list(db, table, headers, chosen, tell, units)
    kind = import_lists.QUALIFICATIONS
    return import_lists.import_list(db, table, headers, chosen, tell, kind)
