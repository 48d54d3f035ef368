"""CSV with commas, semicolons or tabs, streamed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from certify_app.domain.imports import errors
from certify_app.domain.imports.encodings import find_encoding
from certify_app.domain.imports.synonyms import column_meant
from certify_app.domain.imports.table import Row, Table

MOST_COLUMNS = 200
LONGEST_CELL = 131_072
_DELIMITERS = ",;\t"


def open_csv(path: Path) -> Table:
    """Raises BadFile."""
    encoding = find_encoding(path)
    delimiter, header_line = _delimiter(path, encoding)
    rows = _records(path, encoding, delimiter)
    headers = next((r for r in rows if r[0] >= header_line and any(r[1])), None)
    if headers is None:
        raise errors.EmptyFile(name=path.name)
    if len(headers[1]) > MOST_COLUMNS:
        raise errors.TooManyColumns(name=path.name, count=len(headers[1]), most=MOST_COLUMNS)

    def read(_dates: frozenset[int]) -> Iterator[Row]:
        every = _records(path, encoding, delimiter)
        return (r for r in every if r[0] > headers[0] and any(map(str.strip, r[1])))

    return Table(path.name, tuple(headers[1]), headers[0], read, _lines(path))


def _delimiter(path: Path, encoding: str) -> tuple[str, int]:
    """The delimiter and the line from which headers are looked for.

    Excel's own “sep=;” line decides; otherwise what splits the headers best.
    """
    first = _first_line(path, encoding)
    if first.lower().startswith("sep=") and first[4:5]:
        return first[4], 2
    return max(_DELIMITERS, key=lambda d: _split_well(first, d)), 1


def _split_well(line: str, delimiter: str) -> tuple[int, int]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return (0, 0)
    return sum(column_meant(c) is not None for c in cells), len(cells)


def _first_line(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding, newline=None) as file:
        for _ in range(50):
            if line := file.readline(100_000).strip("\r\n"):
                return line
    return ""


def _lines(path: Path) -> int:
    """About how many rows there are, for the progress bar."""
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    """Every record with the line it starts on."""
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        line = 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise _broken(error, path.name, line) from None
            yield line, cells
            line = reader.line_num + 1


def _broken(error: csv.Error, name: str, line: int) -> errors.BadFile:
    if "field limit" in str(error):
        return errors.CellFarTooLong(name=name, line=line, most=LONGEST_CELL)
    return errors.BrokenQuotes(name=name, line=line)
