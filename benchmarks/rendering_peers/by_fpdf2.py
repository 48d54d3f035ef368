"""fpdf2 as its manual shows it: fonts added, text shaped, its own output."""

from __future__ import annotations

from fpdf import FPDF

from benchmarks.rendering_peers.sample import Laid
from certify_app.domain.documents.rendering.marks import LANDSCAPE
from certify_app.domain.documents.rendering.painting import rgb
from certify_app.domain.documents.rendering.typefaces import FONTS


class ByStockFpdf2:
    def __init__(self, shared: Laid) -> None:
        self.shared = shared

    def draw(self, own: Laid) -> bytes:
        pdf = FPDF(unit="pt", format=(LANDSCAPE.width, LANDSCAPE.height))
        pdf.set_auto_page_break(False)
        pdf.set_text_shaping(True)
        pdf.c_margin = 0
        pdf.add_page()
        pdf._out("0 J")
        pdf._out(f"{self.shared.operators}\n{own.operators}")
        added: set[str] = set()
        for line in (*self.shared.lines, *own.lines):
            (run,) = line.line.runs
            name = run.typeface.name
            if name not in added:
                pdf.add_font(name, fname=FONTS / f"{name}.ttf")
                added.add(name)
            pdf.set_font(name, size=line.size)
            pdf.set_text_color(*(float(part) * 255 for part in rgb(line.colour).split()))
            pdf.set_xy(line.x, line.y - 0.3 * line.size)
            pdf.cell(w=run.width * line.size / 1000, h=0, text=run.text)
        return bytes(pdf.output())
