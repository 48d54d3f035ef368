"""The embedded fonts, each parsed once for the life of the process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import uharfbuzz as hb

FONTS = Path(__file__).parent / "fonts"
Style = Literal["display", "italic", "serif", "sans", "strong"]

_FIRST: dict[Style, str] = {
    "display": "NotoSerifDisplay-Medium.ttf",
    "italic": "NotoSerifDisplay-Italic.ttf",
    "serif": "NotoSerif-Regular.ttf",
    "sans": "NotoSans-Regular.ttf",
    "strong": "NotoSans-SemiBold.ttf",
}
_THEN = (
    "NotoSerif-Regular.ttf",
    "NotoSans-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoSerifCJK-Regular.otf",
)


@dataclass(frozen=True, eq=False)
class Typeface:
    """A parsed font. Lengths are in thousandths of an em; `number` names it on pages."""

    number: int
    name: str
    font: hb.Font
    for_subsets: hb.Face
    characters: frozenset[int]
    ascent: int
    descent: int
    bounds: tuple[int, int, int, int]
    is_cff: bool

    def width(self, glyph: int) -> int:
        return int(self.font.get_glyph_h_advance(glyph))


@cache
def faces(style: Style) -> tuple[Typeface, ...]:
    """The typefaces of a style, the one to prefer first.

    What one style can draw every style can, by some typeface.
    """
    return tuple(typeface(name) for name in dict.fromkeys([_FIRST[style], *_THEN]))


@cache
def typeface(file_name: str) -> Typeface:
    face = hb.Face(hb.Blob.from_file_path(str(FONTS / file_name)))
    font = hb.Font(face)
    font.scale = (1000, 1000)
    # Preparing the CJK font would hold 78 MB to save 3 ms a document.
    is_cff = "CFF " in face.table_tags
    extents = font.get_font_extents("ltr")
    return Typeface(
        number=_number(file_name),
        name=file_name.rpartition(".")[0],
        font=font,
        for_subsets=face if is_cff else hb.subset_preprocess(face),
        characters=frozenset(face.unicodes),
        ascent=extents.ascender,
        descent=extents.descender,
        bounds=_bounds(face),
        is_cff=is_cff,
    )


def _number(file_name: str) -> int:
    return 1 + list(dict.fromkeys([*_FIRST.values(), *_THEN])).index(file_name)


def _bounds(face: hb.Face) -> tuple[int, int, int, int]:
    """The box around all glyphs, from the OpenType `head` table."""
    head = face.reference_table("head").data
    box = (int.from_bytes(head[i : i + 2], signed=True) for i in range(36, 44, 2))
    left, bottom, right, top = (round(edge * 1000 / face.upem) for edge in box)
    return left, bottom, right, top
