"""Excel workbooks (.xlsx), streamed, with formulas never evaluated.

openpyxl reads XML through defusedxml where that is installed, which pyproject.toml
makes sure of; `_check_archive` refuses archives that unpack to too much.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from certify_app.domain.imports import errors
from certify_app.domain.imports.table import Row, Table
from certify_app.locales import _

MOST_COLUMNS = 200
MOST_UNPACKED_MB = 600
MOST_STRINGS_MB = 120
MOST_PARTS = 2_000
LARGEST_EXACT = 10**15
EXCELS_ROWS = 1_048_576
_UNREADABLE = (
    zipfile.BadZipFile,
    InvalidFileException,
    ParseError,
    DefusedXmlException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    NotImplementedError,
    OSError,
)


def open_workbook(path: Path) -> Table:
    """The first sheet as a table.

    Raises:
        BadFile: damaged, with a password, or unpacking to too much.
    """
    _check_archive(path)
    try:
        headers, total, notes = _headers(path)
    except _UNREADABLE:
        raise errors.DamagedWorkbook(name=path.name) from None
    if headers is None:
        raise errors.EmptyFile(name=path.name)
    line, cells = headers
    if len(cells) > MOST_COLUMNS:
        raise errors.TooManyColumns(name=path.name, count=len(cells), most=MOST_COLUMNS)

    def read(dates: frozenset[int]) -> Iterator[Row]:
        try:
            # One column more, so that cells beyond the headers are seen.
            every = _rows(path, dates, len(cells) + 1)
            yield from (r for r in every if r[0] > line and any(r[1]))
        except _UNREADABLE:
            raise errors.DamagedWorkbook(name=path.name) from None

    return Table(path.name, tuple(cells), line, read, total, notes)


def _check_archive(path: Path) -> None:
    assert DEFUSEDXML, "openpyxl reads without defusedxml"
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except _UNREADABLE:
        raise errors.DamagedWorkbook(name=path.name) from None
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise errors.NotWhatItsNameSays(name=path.name, found="a ZIP archive")
    if any(part.flag_bits & 1 for part in parts):
        raise errors.DamagedWorkbook(name=path.name)
    strings = sum(p.file_size for p in parts if p.filename.endswith("sharedStrings.xml"))
    unpacked = sum(part.file_size for part in parts)
    for size, most in ((strings, MOST_STRINGS_MB), (unpacked, MOST_UNPACKED_MB)):
        if size > most * 1_000_000 or len(parts) > MOST_PARTS:
            raise errors.WorkbookTooLarge(name=path.name, most=most)


def _headers(path: Path) -> tuple[Row | None, int, tuple[str, ...]]:
    book = load_workbook(path, read_only=True, keep_links=False)
    try:
        sheets = book.worksheets
        notes: tuple[str, ...] = ()
        if len(sheets) > 1:
            notes = (_("Only the first sheet was read: {sheet}.", sheet=sheets[0].title),)
        first = next(_sheet_rows(sheets[0], frozenset(), book.epoch), None)
        return first, sheets[0].max_row or 0, notes
    finally:
        book.close()


def _rows(path: Path, dates: frozenset[int], width: int) -> Iterator[Row]:
    book = load_workbook(path, read_only=True, keep_links=False)
    try:
        yield from _sheet_rows(book.worksheets[0], dates, book.epoch, width)
    finally:
        book.close()


def _sheet_rows(
    sheet: Any, dates: frozenset[int], epoch: datetime, width: int | None = None
) -> Iterator[Row]:
    """Rows that hold anything. The declared size is not believed."""
    sheet.reset_dimensions()
    every = sheet.iter_rows(values_only=True, max_col=width)
    for line, values in enumerate(every, start=1):
        if line > EXCELS_ROWS:
            raise ValueError("a row number that Excel does not have")
        cells = ["" if v is None else _text(v, i in dates, epoch) for i, v in enumerate(values)]
        if any(cells):
            yield line, cells


def _text(value: object, in_date_column: bool, epoch: datetime) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _serial_day(value, epoch) if in_date_column else _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, ArrayFormula | DataTableFormula):
        return f"={getattr(value, 'text', '') or ''}"
    return str(value)


def _serial_day(value: float, epoch: datetime) -> str:
    """A number in a date column is a day counted from the workbook's epoch."""
    if not 1 <= value < 2_958_466:
        return _number(value)
    day = from_excel(value, epoch)
    return day.date().isoformat() if isinstance(day, datetime) else _number(value)


def _number(value: float) -> str:
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        value = int(value) if abs(value) < LARGEST_EXACT else value
    return str(value)
