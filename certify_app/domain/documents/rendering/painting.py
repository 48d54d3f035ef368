"""Marks into the operators of a PDF content stream."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Painted:
    """A content stream, and the marks that are read out of it, numbered in it."""

    operators: bytes
    tagged: tuple[tuple[int, Mark], ...]


def paint(
    marks: Iterable[Mark],
    paper: Paper,
    use: GlyphUse,
    pictures: dict[str, int],
    first_number: int = 0,
) -> Painted:
    """The content stream of the marks; `use` learns the glyphs they need.

    `pictures` gives the resource number of each picture name; marked content is
    numbered from `first_number`.
    """
    parts: list[str] = []
    tagged: list[tuple[int, Mark]] = []
    for mark in marks:
        drawn = _drawn(mark, paper, use, pictures)
        role = role_of(mark)
        if role:
            here = first_number + len(tagged)
            tagged.append((here, mark))
            parts.append(f"/{role} <</MCID {here}>> BDC\n{drawn}\nEMC")
        else:
            parts.append(f"/Artifact BMC\n{drawn}\nEMC")
    return Painted("\n".join(parts).encode("ascii"), tuple(tagged))


def role_of(mark: Mark) -> str:
    """The structure type of what is read out; empty for decoration."""
    if isinstance(mark, Text):
        return mark.role
    return "Figure" if mark.alt else ""


def _drawn(mark: Mark, paper: Paper, use: GlyphUse, pictures: dict[str, int]) -> str:
    if isinstance(mark, Text):
        return _text(mark, paper, use)
    if isinstance(mark, Drawing):
        return f"q\n{mark.operators}\nQ"
    return _picture(mark, paper, pictures[mark.name])


def _picture(mark: Picture, paper: Paper, resource: int) -> str:
    sides = f"{number(mark.width)} 0 0 {number(mark.height)}"
    corner = f"{number(mark.x)} {number(paper.height - mark.y - mark.height)}"
    return f"q {sides} {corner} cm /I{resource} Do Q"


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
