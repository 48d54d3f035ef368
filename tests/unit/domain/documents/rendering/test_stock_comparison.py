"""Our producer rests on private names of fpdf2: held against what fpdf2 draws itself."""

from __future__ import annotations

from io import BytesIO

import pytest
from fpdf import FPDF
from PIL import ImageChops, ImageStat

from certify_app.domain.documents.rendering import render_document
from certify_app.domain.documents.rendering.marks import Drawing, Mark, Picture, Text
from certify_app.domain.documents.rendering.painting import rgb
from certify_app.domain.documents.rendering.render import KINDS, checked_content
from certify_app.domain.documents.rendering.typefaces import FONTS
from certify_app.domain.documents.rendering.wording import ENGLISH
from tests.unit.domain.documents.rendering.samples import (
    CERTIFICATE,
    DESIGN,
    LETTER,
    image_of,
    text_by_poppler,
    unit_certificate,
)

LARGEST_MEAN_DIFFERENCE = 0.6
BASELINE = 0.3
"""How far below the middle of a cell fpdf2 puts the baseline, in ems."""


def by_stock_fpdf2(content) -> bytes:
    kind = KINDS[content.kind]
    pdf = FPDF(unit="pt", format=(kind.paper.width, kind.paper.height))
    pdf.set_auto_page_break(False)
    pdf.set_text_shaping(True)
    pdf.c_margin = 0
    for path in FONTS.glob("*.?tf"):
        pdf.add_font(path.stem, fname=path)
    for own in kind.own(checked_content(content), DESIGN, ENGLISH):
        pdf.add_page()
        pdf._out("0 J")
        for mark in [*kind.shared(DESIGN, ENGLISH), *own]:
            draw(pdf, mark)
    return bytes(pdf.output())


def draw(pdf: FPDF, mark: Mark) -> None:
    assert not isinstance(mark, Picture)
    if isinstance(mark, Drawing):
        pdf._out(f"q {mark.operators} Q")
    elif isinstance(mark, Text):
        x = mark.x
        pdf.set_text_color(*(float(part) * 255 for part in rgb(mark.colour).split()))
        for run in mark.line.runs:
            pdf.set_font(run.typeface.name, size=mark.size)
            pdf.set_xy(x, mark.y - BASELINE * mark.size)
            pdf.cell(w=run.width * mark.size / 1000, h=0, text=run.text)
            x += run.width * mark.size / 1000


@pytest.mark.parametrize(
    "content", [CERTIFICATE, unit_certificate(12), LETTER], ids=lambda content: content.kind
)
def test_text_and_picture_are_those_of_stock_fpdf2(content) -> None:
    ours, stock = render_document(content, DESIGN), by_stock_fpdf2(content)
    assert text_by_poppler(ours).split() == text_by_poppler(stock).split()
    difference = ImageChops.difference(image_of(ours), image_of(stock))
    assert max(ImageStat.Stat(difference).mean) < LARGEST_MEAN_DIFFERENCE
    assert BytesIO(stock).read(5) == b"%PDF-"
