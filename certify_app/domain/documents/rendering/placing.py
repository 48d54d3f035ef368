"""Lines of text put at the left, the middle or the right."""

from __future__ import annotations

from typing import Literal

from certify_app.domain.documents.rendering.fitting import Fitted
from certify_app.domain.documents.rendering.marks import Text
from certify_app.domain.documents.rendering.shaping import Line, shape
from certify_app.domain.documents.rendering.typefaces import Style

Anchor = Literal["left", "middle", "right"]
_SHARE = {"left": 0.0, "middle": 0.5, "right": 1.0}


def text(
    words: str | Line,
    style: Style,
    size: float,
    x: float,
    y: float,
    colour: str,
    anchor: Anchor = "left",
    role: str = "P",
) -> Text:
    """A line whose left end, middle or right end is at `x`."""
    line = shape(words, style) if isinstance(words, str) else words
    width = line.width * size / 1000
    return Text(line, x - width * _SHARE[anchor], y, size, colour, role)


def centred(
    fitted: Fitted, x: float, top: float, height: float, colour: str, role: str = "P"
) -> list[Text]:
    """Fitted lines around `x`, in the vertical middle of a slot."""
    first = top + (height - fitted.height) / 2
    baseline = first + fitted.leading / 2 + fitted.size * 0.33
    last = len(fitted.lines) - 1
    return [
        Text(
            line,
            x - line.width * fitted.size / 2000,
            baseline + place * fitted.leading,
            fitted.size,
            colour,
            role,
            continued=place < last,
        )
        for place, line in enumerate(fitted.lines)
    ]


def stacked(
    lines: tuple[Line, ...], size: float, x: float, y: float, leading: float, colour: str
) -> list[Text]:
    """Lines one under another from the left, the first with its baseline at `y`."""
    last = len(lines) - 1
    return [
        Text(line, x, y + i * leading, size, colour, continued=i < last)
        for i, line in enumerate(lines)
    ]
