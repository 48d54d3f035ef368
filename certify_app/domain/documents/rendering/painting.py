"""Marks into the operators of a PDF content stream."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from certify_app.domain.documents.rendering.glyph_use import Codes, GlyphUse, code_of
from certify_app.domain.documents.rendering.marks import Drawing, Mark, Paper, Picture, Text
from certify_app.domain.documents.rendering.shaping import Run, shape


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """`#rrggbb` as three numbers from 0 to 1."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(number(part) for part in parts)


def number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def paint(marks: Iterable[Mark], paper: Paper, use: GlyphUse, pictures: dict[str, int]) -> bytes:
    """The content stream of the marks; `use` learns the glyphs they need.

    `pictures` gives the resource number of each picture name.
    """
    parts = []
    for mark in marks:
        if isinstance(mark, Text):
            parts.append(_text(mark, paper, use))
        elif isinstance(mark, Drawing):
            parts.append(f"/Artifact BMC q\n{mark.operators}\nQ EMC")
        else:
            parts.append(_picture(mark, paper, pictures[mark.name]))
    return "\n".join(parts).encode("ascii")


def _picture(mark: Picture, paper: Paper, resource: int) -> str:
    sides = f"{number(mark.width)} 0 0 {number(mark.height)}"
    corner = f"{number(mark.x)} {number(paper.height - mark.y - mark.height)}"
    return f"/Artifact BMC q {sides} {corner} cm /I{resource} Do Q EMC"


def _text(mark: Text, paper: Paper, use: GlyphUse) -> str:
    place = f"{number(mark.x)} {number(paper.height - mark.y)} Td"
    parts = [f"BT {rgb(mark.colour)} rg {place}"]
    runs = mark.line.runs
    if mark.continued:
        runs = (*runs, *shape(" ", "sans").runs)
    for run in runs:
        size = f"/F{run.typeface.number} {number(mark.size)} Tf"
        parts.append(f"{size} {_shown(run, mark, use.of(run.typeface))}")
    parts.append("ET")
    return "\n".join(parts)


def _shown(run: Run, mark: Text, codes: Codes) -> str:
    """One `TJ` a stretch of one height; marks above and below letters change it."""
    shown: list[str] = []
    row: list[str] = []
    letters = ""
    height = 0
    for glyph in run.glyphs:
        if glyph.up != height:
            shown.append(_row(row, letters))
            row, letters, height = [], "", glyph.up
            shown.append(f"{number(height * mark.size / 1000)} Ts")
        if glyph.right:
            row += [f"<{letters}>", str(-glyph.right)]
            letters = ""
        letters += f"{code_of(codes, glyph):04X}"
        drift = run.typeface.width(glyph.number) - glyph.advance + glyph.right
        if drift:
            row += [f"<{letters}>", str(drift)]
            letters = ""
    shown.append(_row(row, letters))
    if height:
        shown.append("0 Ts")
    return " ".join(filter(None, shown))


def _row(row: list[str], letters: str) -> str:
    pieces = [*row, f"<{letters}>"] if letters else row
    shown = " ".join(piece for piece in pieces if piece != "<>")
    return f"[{shown}] TJ" if shown else ""
