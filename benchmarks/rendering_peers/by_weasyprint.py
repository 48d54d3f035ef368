"""WeasyPrint: font configuration and style sheet kept, decoration as SVG."""

from __future__ import annotations

from html import escape

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.rendering_peers.sample import Laid, said
from benchmarks.rendering_peers.svg import svg
from certify_app.domain.documents.rendering.marks import LANDSCAPE, Text
from certify_app.domain.documents.rendering.typefaces import FONTS


class ByWeasyPrint:
    def __init__(self, shared: Laid) -> None:
        self.fonts = FontConfiguration()
        faces = "".join(
            f"@font-face{{font-family:'{path.stem}';src:url('{path.as_uri()}')}}"
            for path in FONTS.glob("*.ttf")
        )
        page = f"@page{{size:{LANDSCAPE.width}pt {LANDSCAPE.height}pt;margin:0}}"
        rest = "div,svg{position:absolute;white-space:nowrap;line-height:1}svg{top:0;left:0}"
        self.style = CSS(string=faces + page + rest, font_config=self.fonts)
        self.art = svg(shared.operators)
        self.lines = "".join(map(_div, shared.lines))

    def draw(self, own: Laid) -> bytes:
        body = self.art + svg(own.operators) + self.lines + "".join(map(_div, own.lines))
        html = HTML(string=f"<!doctype html><body>{body}</body>")
        return html.write_pdf(stylesheets=[self.style], font_config=self.fonts)


def _div(line: Text) -> str:
    name = line.line.runs[0].typeface.name
    top = line.y - 0.86 * line.size
    return (
        f'<div style="left:{line.x:.2f}pt;top:{top:.2f}pt;color:{line.colour};'
        f"font:{line.size:.2f}pt '{name}'\">{escape(said(line))}</div>"
    )
