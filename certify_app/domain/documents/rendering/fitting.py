"""Text into the width and height it has: smaller first, then over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from certify_app.domain.documents.rendering.errors import TooLongToPrint
from certify_app.domain.documents.rendering.shaping import Line, clusters, shape
from certify_app.domain.documents.rendering.typefaces import Style

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_PIECE = re.compile(rf"[{_IDEOGRAPHS}](?=[{_IDEOGRAPHS}])|[^\s-]*-+(?=\S)|\S+\s*|\s+")
_HALVINGS = 12


@dataclass(frozen=True)
class Slot:
    """Room for a text, in points. Between `largest` and `comfortable` it shrinks on
    one line; then it wraps, down to `smallest`."""

    width: float
    height: float
    largest: float
    comfortable: float
    smallest: float
    most_lines: int
    leading: float = 1.2


@dataclass(frozen=True)
class Fitted:
    lines: tuple[Line, ...]
    size: float
    leading: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading


def fit(field: str, text: str, style: Style, slot: Slot) -> Fitted:
    """The text at the largest size that fits its slot.

    Raises:
        TooLongToPrint: it does not fit at the smallest size.
    """
    best: Fitted | None = None
    for count in range(1, slot.most_lines + 1):
        tried = _in_lines(text, style, slot, count)
        if best is None or tried.size > best.size:
            best = tried
        if best.size >= slot.comfortable:
            break
    if best is None or best.size < slot.smallest:
        raise TooLongToPrint(field)
    return best


def _in_lines(text: str, style: Style, slot: Slot, count: int) -> Fitted:
    lines = balanced(text, style, count)
    widest = max(line.width for line in lines)
    tallest = slot.height / (len(lines) * slot.leading)
    size = min(slot.largest, slot.width * 1000 / max(widest, 1), tallest)
    return Fitted(lines, size, size * slot.leading)


def balanced(text: str, style: Style, count: int) -> tuple[Line, ...]:
    """At most `count` lines whose longest is as short as can be."""
    whole = shape(text, style)
    if count == 1:
        return (whole,)
    narrow, wide = whole.width / count, float(whole.width)
    for _ in range(_HALVINGS):
        middle = (narrow + wide) / 2
        if len(_filled(text, style, middle)) <= count:
            wide = middle
        else:
            narrow = middle
    return tuple(shape(line, style) for line in _filled(text, style, wide))


def wrap(text: str, style: Style, size: float, width: float) -> tuple[Line, ...]:
    """Lines no wider than `width` points; a word that is wider is broken."""
    return tuple(shape(line, style) for line in _filled(text, style, width * 1000 / size))


def _filled(text: str, style: Style, width: float) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(text, style, width):
        needed = shape(piece.rstrip(), style).width
        if line and used + needed > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece
        used += shape(piece, style).width
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str, style: Style, width: float) -> Iterator[str]:
    """Where a line may end: after spaces and hyphens, between ideographs."""
    for piece in _PIECE.findall(text):
        if shape(piece.rstrip(), style).width <= width:
            yield piece
        else:
            yield from clusters(piece)
