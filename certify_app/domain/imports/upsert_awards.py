"""Awards that come one by one from another system, with what became of each.

The same checks and the same bulk writing as a file's, so that both ways in agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock

from certify_app.db.engine import Database
from certify_app.domain.imports.columns import AWARDS
from certify_app.domain.imports.import_awards import import_awards
from certify_app.domain.imports.map_headers import HeaderMap
from certify_app.domain.imports.options import ImportOptions
from certify_app.domain.imports.progress import tell_nobody
from certify_app.domain.imports.results import Outcome
from certify_app.domain.imports.staging import Staging
from certify_app.domain.imports.table import Row, Table

FIRST_LINE = 1
HEADERS = HeaderMap(AWARDS, {c: n for n, c in enumerate(AWARDS.columns)}, AWARDS.columns)
_one_at_a_time = Lock()
"""Two that plan at once would make one another start anew."""


class Became(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass
class Item:
    """What became of one award; `problems` are pairs of a column and a sentence."""

    became: Became = Became.REFUSED
    reference: str = ""
    problems: list[tuple[str, str]] = field(default_factory=list)


def upsert_awards(
    db: Database, rows: Sequence[Sequence[str]], options: ImportOptions
) -> list[Item]:
    """Rows of cells in the order of `AWARDS.columns`; good ones are saved in one transaction.

    Raises:
        RecordsChanged: others kept writing; nothing was saved.
    """
    items: list[Item] = []

    def look(stage: Staging) -> None:
        items[:] = _items(stage, len(rows))

    def lines(_dates: frozenset[int]) -> Iterator[Row]:
        return ((n, list(cells)) for n, cells in enumerate(rows, start=FIRST_LINE))

    table = Table("request", AWARDS.columns, 0, lines, len(rows))
    with _one_at_a_time:
        result = import_awards(db, table, HEADERS, options, tell_nobody, look)
    assert result.outcome is not Outcome.REFUSED or not options.skip_bad_rows
    return items


def _items(stage: Staging, count: int) -> list[Item]:
    items = [Item() for _ in range(count)]
    for line, reference in stage.sql.execute("SELECT line, reference FROM award"):
        items[line - FIRST_LINE] = Item(Became.CREATED, reference)
    known = stage.sql.execute("SELECT line, reference, changed FROM known_award")
    for line, reference, changed in known:
        became = Became.CHANGED if changed else Became.UNCHANGED
        items[line - FIRST_LINE] = Item(became, reference)
    for problem in stage.problems():
        item = items[problem.line - FIRST_LINE]
        item.became, item.reference = Became.REFUSED, ""
        item.problems.append((problem.column, problem.sentence))
    return items
