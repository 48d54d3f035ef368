"""A table in a file: headers, and rows read one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

Row: TypeAlias = tuple[int, list[str]]
"""The line in the file, counting from 1, and the cells as text."""

ReadRows: TypeAlias = Callable[[frozenset[int]], Iterator[Row]]
"""Given the positions of date columns, whose numbers are Excel's serial days."""


@dataclass(frozen=True)
class Table:
    """`rows` may be read once or again. `notes` are sentences worth telling."""

    name: str
    headers: tuple[str, ...]
    header_line: int
    rows: ReadRows
    about: int
    notes: tuple[str, ...] = ()
