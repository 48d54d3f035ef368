"""ReportLab: fonts registered once, text shaped, decoration as ready operators."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.rendering_peers.sample import Laid, said
from certify_app.domain.documents.rendering.marks import LANDSCAPE
from certify_app.domain.documents.rendering.typefaces import FONTS


class ByReportLab:
    def __init__(self, shared: Laid) -> None:
        self.shared = shared
        for path in FONTS.glob("*.ttf"):
            pdfmetrics.registerFont(TTFont(path.stem, str(path), shapable=True))

    def draw(self, own: Laid) -> bytes:
        made = BytesIO()
        canvas = Canvas(made, pagesize=(LANDSCAPE.width, LANDSCAPE.height), pageCompression=1)
        canvas._code.append(self.shared.operators)
        canvas._code.append(own.operators)
        for line in (*self.shared.lines, *own.lines):
            canvas.setFont(line.line.runs[0].typeface.name, line.size)
            canvas.setFillColor(HexColor(line.colour))
            canvas.drawString(line.x, LANDSCAPE.height - line.y, said(line), shaping=True)
        canvas.save()
        return made.getvalue()
