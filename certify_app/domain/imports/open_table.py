"""One way in for every kind of table."""

from __future__ import annotations

from pathlib import Path

from certify_app.domain.imports.file_types import check_type
from certify_app.domain.imports.table import Table


def open_table(path: Path) -> Table:
    """Raises BadFile. Excel's reader is loaded only for workbooks."""
    if check_type(path):
        from certify_app.domain.imports.read_workbook import open_workbook

        return open_workbook(path)
    from certify_app.domain.imports.read_csv import open_csv

    return open_csv(path)
