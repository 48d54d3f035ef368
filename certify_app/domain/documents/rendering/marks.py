"""What is put on a page: text, drawing, picture. Points, from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass

from certify_app.domain.documents.rendering.shaping import Line


@dataclass(frozen=True, slots=True)
class Text:
    """A line with its left end on the baseline at (`x`, `y`).

    `role` is the PDF structure type it is tagged with; `continued` says that the
    sentence goes on in the next line. Pages are read from top to bottom, or by `order`
    where it is given; lines of one table row share a `row`.
    """

    line: Line
    x: float
    y: float
    size: float
    colour: str
    role: str = "P"
    continued: bool = False
    order: float | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """PDF path operators in points from the bottom left.

    Decoration, never read out, unless it has words for those who cannot see it.
    """

    operators: str
    alt: str = ""
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the design, `name` of its `Pictures`, in a box from the top left."""

    name: str
    x: float
    y: float
    width: float
    height: float
    alt: str = ""


Mark = Text | Drawing | Picture


@dataclass(frozen=True)
class Paper:
    width: float
    height: float


PORTRAIT = Paper(595.28, 841.89)
LANDSCAPE = Paper(841.89, 595.28)
