"""Typst: one compiler kept, what changes handed in as inputs, decoration as SVG."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import mkdtemp

import typst

from benchmarks.rendering_peers.sample import Laid, said
from benchmarks.rendering_peers.svg import svg
from certify_app.domain.documents.rendering.marks import LANDSCAPE, Text
from certify_app.domain.documents.rendering.typefaces import FONTS

SOURCE = """
#set document(date: none)
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#let put(line) = place(top + left, dx: line.x * 1pt, dy: line.y * 1pt, text(
  font: line.font, weight: line.weight, style: line.style, size: line.size * 1pt,
  fill: rgb(line.colour), top-edge: "baseline", line.said))
#place(top + left, image("art.svg"))
#for line in json("shared.json") {{ put(line) }}
#place(top + left, image(bytes(sys.inputs.art), format: "svg"))
#for line in json(bytes(sys.inputs.lines)) {{ put(line) }}
"""
FAMILIES = {
    "NotoSerifDisplay-Medium": ("Noto Serif Display", 500, "normal"),
    "NotoSerifDisplay-Italic": ("Noto Serif Display", 400, "italic"),
    "NotoSans-Regular": ("Noto Sans", 400, "normal"),
    "NotoSans-SemiBold": ("Noto Sans", 600, "normal"),
}


class ByTypst:
    def __init__(self, shared: Laid) -> None:
        folder = Path(mkdtemp(prefix="typst-"))
        source = SOURCE.format(width=LANDSCAPE.width, height=LANDSCAPE.height)
        (folder / "main.typ").write_text(source)
        (folder / "art.svg").write_text(svg(shared.operators))
        (folder / "shared.json").write_text(_lines(shared))
        self.compiler = typst.Compiler(
            str(folder / "main.typ"), font_paths=[str(FONTS)], ignore_system_fonts=True
        )

    def draw(self, own: Laid) -> bytes:
        inputs = {"art": svg(own.operators), "lines": _lines(own)}
        return self.compiler.compile(format="pdf", sys_inputs=inputs, pdf_tags=False)


def _lines(laid: Laid) -> str:
    return json.dumps([_line(line) for line in laid.lines])


def _line(line: Text) -> dict[str, object]:
    family, weight, style = FAMILIES[line.line.runs[0].typeface.name]
    return {
        "said": said(line),
        "x": line.x,
        "y": line.y,
        "size": line.size,
        "colour": line.colour,
        "font": family,
        "weight": weight,
        "style": style,
    }
