"""The rows of an invoice: each measured, so that pages break between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from certify_app.domain.documents.rendering.characters import missing_characters
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.fitting import wrap
from certify_app.domain.documents.rendering.marks import PORTRAIT, Mark
from certify_app.domain.documents.rendering.ornament import INK, IVORY, MUTED, box, rule
from certify_app.domain.documents.rendering.placing import stacked, text
from certify_app.domain.documents.rendering.shaping import Line
from certify_app.domain.money import say_money
from certify_app.domain.shop.read_invoice import InvoiceLine, InvoicePaper
from certify_app.locales import _

LEFT, RIGHT = 56.0, PORTRAIT.width - 56.0
WIDTH = RIGHT - LEFT
SIZE, LEADING, PADDING = 9.2, 12.4, 5.2
HEADER = 22.0
LINE_COLOUR = "#ddd6c4"
WITH_VAT = {"quantity": 312.0, "net": 376.0, "rate": 420.0, "vat": 476.0, "gross": RIGHT}
WITHOUT = {"quantity": 440.0, "gross": RIGHT}
"""Where each column of figures ends."""


@dataclass(frozen=True)
class Row:
    what: tuple[Line, ...]
    more: tuple[Line, ...]
    figures: dict[str, str]

    @property
    def height(self) -> float:
        return (len(self.what) + len(self.more)) * LEADING + 2 * PADDING


def columns(paper: InvoicePaper) -> dict[str, float]:
    return WITH_VAT if paper.has_vat else WITHOUT


def measured(line: InvoiceLine, paper: InvoicePaper) -> Row:
    room = columns(paper)["quantity"] - 36 - LEFT
    figures = {
        "quantity": str(line.quantity),
        "net": say_money(line.net, paper.currency),
        "rate": say_rate(line.vat_rate),
        "vat": say_money(line.vat, paper.currency),
        "gross": say_money(line.gross, paper.currency),
    }
    return Row(
        wrap(shown(line.what), "strong", SIZE, room),
        wrap(shown(line.more), "sans", SIZE - 0.8, room) if line.more else (),
        {name: figures[name] for name in columns(paper)},
    )


def say_rate(basis_points: int) -> str:
    """Such as "20%" or "12.5%"."""
    return f"{basis_points / 100:g}%"


def shown(words: str) -> str:
    """The words with a mark in the place of what no font of ours can draw."""
    for missing in missing_characters(words):
        words = words.replace(missing, "\N{REPLACEMENT CHARACTER}")
    return " ".join(words.replace("\N{REPLACEMENT CHARACTER}", "?").split())


def header(paper: InvoicePaper, top: float, design: Design) -> list[Mark]:
    titles = {
        "quantity": _("Quantity"),
        "net": _("Net"),
        "rate": _("VAT rate"),
        "vat": _("VAT"),
        "gross": _("Total"),
    }
    y = top + 14.5
    marks: list[Mark] = [box(LEFT - 8, top, WIDTH + 16, HEADER, PORTRAIT, design.brand)]
    cells = [text(_("Description"), "strong", 8.4, LEFT, y, IVORY, role="TH")]
    for name, x in columns(paper).items():
        cells.append(text(titles[name], "strong", 8.4, x, y, IVORY, "right", role="TH"))
    return marks + [replace(cell, row=0, order=y) for cell in cells]


def body(rows: list[Row], paper: InvoicePaper, top: float) -> tuple[list[Mark], float]:
    """The rows, and where they end."""
    marks: list[Mark] = []
    y = top
    for number, row in enumerate(rows, start=1):
        first = y + PADDING + SIZE
        below = first + len(row.what) * LEADING
        cells = stacked(row.what, SIZE, LEFT, first, LEADING, INK)
        cells += stacked(row.more, SIZE - 0.8, LEFT, below, LEADING, MUTED)
        for name, x in columns(paper).items():
            cells.append(text(row.figures[name], "sans", SIZE, x, first, INK, "right"))
        marks += [replace(cell, role="TD", row=number, order=first) for cell in cells]
        y += row.height
        marks.append(rule(LEFT - 8, y, WIDTH + 16, PORTRAIT, LINE_COLOUR, 0.5))
    return marks, y
