"""A list as CSV: what is shown, whole, in small pieces, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from enum import Enum

from sqlmodel import Session

from certify_app.config import settings
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.imports.problem_file import formula_safe
from certify_app.domain.lists.list_of import Cells, ListOf
from certify_app.domain.lists.list_page import Wanted, every_row
from certify_app.locales import _

PIECE = 1_000


def heading(what: ListOf) -> str:
    """With a mark so that Excel reads UTF-8."""
    return "\ufeff" + _line(_(column.label) for column in what.columns)


def next_piece(session: Session, what: ListOf, wanted: Wanted, after: int) -> tuple[str, int]:
    """The next rows, and the id to go on after; 0 at the end."""
    ids = every_row(session, what, wanted, after)
    more, ids = len(ids) > PIECE, ids[:PIECE]
    cells = what.show(session, ids) if ids else {}
    text = "".join(_row(what, cells[id]) for id in ids if id in cells)
    return text, ids[-1] if more else 0


def note_export(session: Session, what: ListOf, wanted: Wanted, actor_id: int) -> None:
    """Which list, and by what it was filtered; never what was typed."""
    filters = sorted(wanted.asked)
    record_act(session, "list_exported", what.name, None, actor_id, filters=filters)


def _row(what: ListOf, cells: Cells) -> str:
    return _line(_plain(cells.get(column.name)) for column in what.columns)


def _line(values: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(formula_safe(value) for value in values)
    return text.getvalue()


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(settings().zone).strftime("%Y-%m-%d %H:%M")
    return str(value.value) if isinstance(value, Enum) else str(value)
