"""The table of units: measured row by row, so that pages break between rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from certify_app.domain.documents.rendering.content import UnitLine
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.errors import TooLongToPrint
from certify_app.domain.documents.rendering.fitting import Slot, fit, wrap
from certify_app.domain.documents.rendering.marks import PORTRAIT, Mark
from certify_app.domain.documents.rendering.ornament import INK, IVORY, box, rule
from certify_app.domain.documents.rendering.placing import stacked, text
from certify_app.domain.documents.rendering.shaping import Line
from certify_app.domain.documents.rendering.wording import Wording

LEFT, RIGHT = 62.0, PORTRAIT.width - 62.0
COLUMNS = {"code": 62.0, "title": 150.0, "level": 436.0, "credits": 486.0}
WIDTHS = {"code": 80.0, "title": 278.0, "level": 44.0, "credits": 44.0}
HEADER_HEIGHT = 22.0
SIZE, LEADING, PADDING = 9.2, 12.4, 4.6
MOST_LINES = 12
LINE_COLOUR = "#ddd6c4"


@dataclass(frozen=True)
class Row:
    cells: dict[str, tuple[Line, ...]]
    height: float


def measured(unit: UnitLine) -> Row:
    """A unit's cells, wrapped.

    Raises:
        TooLongToPrint: a cell of more than twelve lines.
    """
    cells = {column: _cell(column, getattr(unit, column)) for column in COLUMNS}
    tallest = max(len(lines) for lines in cells.values())
    return Row(cells, tallest * LEADING + 2 * PADDING)


def header(words: Wording, top: float, design: Design) -> list[Mark]:
    titles = {
        "code": words.unit_code,
        "title": words.unit_title,
        "level": words.level,
        "credits": words.credits,
    }
    start = top - HEADER_HEIGHT
    marks: list[Mark] = [
        box(LEFT - 6, start, RIGHT - LEFT + 12, HEADER_HEIGHT, PORTRAIT, design.brand)
    ]
    for column, title in titles.items():
        slot = Slot(WIDTHS[column], 12, 8.4, 6, 4, 1)
        shown = fit(f"unit_{column}", title, "strong", slot)
        x, y = COLUMNS[column], start + 14.5
        line = text(shown.lines[0], "strong", shown.size, x, y, IVORY, role="TH")
        marks.append(replace(line, row=0, order=y))
    return marks


def rows(units: list[Row], top: float) -> list[Mark]:
    marks: list[Mark] = []
    y = top
    for number, unit in enumerate(units, start=1):
        baseline = y + PADDING + SIZE
        for column, lines in unit.cells.items():
            cell = stacked(lines, SIZE, COLUMNS[column], baseline, LEADING, INK)
            marks += [replace(line, role="TD", row=number, order=baseline) for line in cell]
        y += unit.height
        marks.append(rule(LEFT - 6, y, RIGHT - LEFT + 12, PORTRAIT, LINE_COLOUR, 0.5))
    return marks


def _cell(column: str, words: str) -> tuple[Line, ...]:
    lines = wrap(words, "sans", SIZE, WIDTHS[column])
    if len(lines) > MOST_LINES:
        raise TooLongToPrint(f"unit_{column}")
    return lines
