"""Which glyphs a document uses of each font, and the codes they have on its pages.

A code stands for a glyph and the characters it says, so that one glyph that draws
two characters (a hyphen and a non-breaking one) is still copied as the right one.
"""

from __future__ import annotations

from certify_app.domain.documents.rendering.shaping import Glyph
from certify_app.domain.documents.rendering.typefaces import Typeface

Codes = dict[tuple[int, str], int]


class GlyphUse:
    def __init__(self, codes: dict[Typeface, Codes] | None = None) -> None:
        self.codes = codes or {}

    def copy(self) -> GlyphUse:
        return GlyphUse({face: dict(codes) for face, codes in self.codes.items()})

    def of(self, typeface: Typeface) -> Codes:
        return self.codes.setdefault(typeface, {})


def code_of(codes: Codes, glyph: Glyph) -> int:
    """The glyph's code, from 1 in the order of first use."""
    return codes.setdefault((glyph.number, glyph.text), len(codes) + 1)
