"""The invoice or credit note as a PDF, in the awarding body's look; A4, mostly one page."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, time

from fpdf.prefs import ViewerPreferences

from certify_app.domain.documents.rendering.glyph_use import GlyphUse
from certify_app.domain.documents.rendering.marks import Mark
from certify_app.domain.documents.rendering.painting import paint
from certify_app.domain.documents.rendering.pictures import pictures_of
from certify_app.domain.documents.rendering.producer import Document, Sheet
from certify_app.domain.documents.rendering.render import checked_design
from certify_app.domain.shop.invoice_layout import PAPER, first_page, further_page
from certify_app.domain.shop.invoice_table import Row, measured
from certify_app.domain.shop.read_invoice import InvoicePaper
from certify_app.locales import N_, _, speaking

ROOM_FIRST = 240.0
ROOM_FURTHER = 560.0
"""For rows, in points; what is below them is on the last page."""


def invoice_file_name(paper: InvoicePaper) -> str:
    kind = "credit-note" if paper.credits else "invoice"
    return f"{kind}-{paper.number:06d}.pdf"


def draw_invoice(paper: InvoicePaper) -> bytes:
    """The same invoice gives the same bytes. Takes CPU time.

    Raises:
        CannotRender: the awarding body's name or image cannot be printed.
    """
    with speaking(paper.language):
        design = checked_design(paper.design)
        pages = list(_pages(paper))
        marks = [
            first_page(paper, design, rows, is_last=len(pages) == 1)
            if number == 0
            else further_page(paper, design, rows, number == len(pages) - 1)
            for number, rows in enumerate(pages)
        ]
        return _written(paper, marks)


def _pages(paper: InvoicePaper) -> Iterator[list[Row]]:
    rows: list[Row] = []
    room = ROOM_FIRST
    for row in (measured(line, paper) for line in paper.lines):
        if row.height > room and rows:
            yield rows
            rows, room = [], ROOM_FURTHER
        rows.append(row)
        room -= row.height
    yield rows


def _written(paper: InvoicePaper, pages: list[list[Mark]]) -> bytes:
    use = GlyphUse()
    kept = pictures_of(paper.design)
    numbers = {name: picture.number for name, picture in kept.items()}
    nothing = zlib.compress(b"")
    sheets = []
    for marks in pages:
        painted = paint(marks, PAPER, use, numbers)
        sheets.append(Sheet(nothing, painted.operators, painted.tagged, tuple(numbers.values())))
    document = Document(PAPER, sheets, use)
    document.keep(kept)
    title = N_("Credit note {number}") if paper.credits else N_("Invoice {number}")
    document.set_title(_(title, number=f"{paper.number:06d}"))
    document.set_author(paper.design.awarding_body)
    document.set_creator("Certify")
    document.set_lang("cy" if paper.language == "cy" else "en-GB")
    document.set_creation_date(datetime.combine(paper.issued, time.min, UTC))
    document.viewer_preferences = ViewerPreferences(display_doc_title=True)
    return document.to_bytes()
