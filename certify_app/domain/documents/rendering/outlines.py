"""Glyphs as path operators: lettering that is a drawing, not text to be read."""

from __future__ import annotations

from functools import lru_cache

from certify_app.domain.documents.rendering.shaping import Line
from certify_app.domain.documents.rendering.typefaces import Typeface

Point = tuple[float, float]


class _PathPen:
    """What HarfBuzz draws on; its method names are the fontTools pen protocol's."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self.at: Point = (0, 0)

    def moveTo(self, to: Point) -> None:
        self._go(to, f"{_xy(to)} m")

    def lineTo(self, to: Point) -> None:
        self._go(to, f"{_xy(to)} l")

    def curveTo(self, one: Point, two: Point, to: Point) -> None:
        self._go(to, f"{_xy(one)} {_xy(two)} {_xy(to)} c")

    def qCurveTo(self, control: Point, to: Point) -> None:
        """A quadratic curve, raised to the cubic one that PDF knows."""
        self.curveTo(_towards(self.at, control), _towards(to, control), to)

    def closePath(self) -> None:
        self.operators.append("h")

    def _go(self, to: Point, operator: str) -> None:
        self.operators.append(operator)
        self.at = to


def _towards(start: Point, control: Point) -> Point:
    """Two thirds of the way."""
    x, y = (a + (b - a) * 2 / 3 for a, b in zip(start, control, strict=True))
    return x, y


def _xy(point: Point) -> str:
    return f"{point[0]:.0f} {point[1]:.0f}"


@lru_cache(maxsize=512)
def glyph_path(typeface: Typeface, glyph: int) -> str:
    """A glyph's outline in thousandths of an em, without the painting operator."""
    pen = _PathPen()
    typeface.font.draw_glyph_with_pen(glyph, pen)
    return " ".join(pen.operators)


def lettering(line: Line, x: float, y: float, size: float) -> str:
    """Operators that fill a line's outlines from (`x`, `y`), counted from the bottom."""
    parts = [f"q {size / 1000:.5f} 0 0 {size / 1000:.5f} {x:.2f} {y:.2f} cm"]
    pen, at = 0, (0, 0)
    for run in line.runs:
        for glyph in run.glyphs:
            to = (pen + glyph.right, glyph.up)
            parts.append(f"1 0 0 1 {to[0] - at[0]} {to[1] - at[1]} cm")
            path = glyph_path(run.typeface, glyph.number)
            if path:
                parts.append(f"{path} f")
            at = to
            pen += glyph.advance
    return " ".join([*parts, "Q"])
