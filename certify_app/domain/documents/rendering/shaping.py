"""Text into glyphs: direction, script, fallback font and HarfBuzz, run by run.

A line is in visual order. A glyph carries the characters it stands for, so that the
page can be searched and read aloud; a mark of a cluster carries none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb
from fontTools.unicodedata import script
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from certify_app.domain.documents.rendering.typefaces import Style, Typeface, faces

_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_NO_SCRIPT = {"Zyyy", "Zinh", "Zzzz"}
_MARK = 3


class NoGlyph(Exception):
    """No embedded font draws these characters; the use case names the field."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


@dataclass(frozen=True, slots=True)
class Glyph:
    """Thousandths of an em: how far the pen moves, and where the glyph sits."""

    number: int
    text: str
    advance: int
    right: int
    up: int


@dataclass(frozen=True, slots=True)
class Run:
    typeface: Typeface
    glyphs: tuple[Glyph, ...]
    text: str
    rtl: bool

    @property
    def width(self) -> int:
        return sum(glyph.advance for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Line:
    """One line in visual order; widths in thousandths of an em."""

    text: str
    runs: tuple[Run, ...]
    width: int


@lru_cache(maxsize=2048)
def shape(text: str, style: Style) -> Line:
    """The text as one line.

    Raises:
        NoGlyph: a character that no font of the style draws.
    """
    runs = tuple(
        run
        for start, end, rtl in visual_order(text)
        for run in _shaped(text[start:end], style, rtl)
    )
    return Line(text, runs, sum(run.width for run in runs))


def visual_order(text: str) -> list[tuple[int, int, bool]]:
    """Stretches of one direction from left to right, by Unicode's bidi algorithm."""
    if is_left_to_right(text):
        return [(0, len(text), False)] if text else []
    paragraph = BidiParagraph(text, base_direction(text), preserve_bn_chars=True)
    stretches = []
    seen = paragraph.get_reordered_characters()
    for level, group in groupby(seen, key=lambda c: c.embedding_level):
        places = [c.character_index for c in group]
        stretches.append((min(places), max(places) + 1, level % 2 == 1))
    return stretches


def is_left_to_right(text: str) -> bool:
    if text.isascii():
        return True
    return not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)


def base_direction(text: str) -> TextDirection:
    """The direction of the first letter that has one."""
    for character in text:
        found = unicodedata.bidirectional(character)
        if found == "L":
            return TextDirection.LTR
        if found in ("R", "AL"):
            return TextDirection.RTL
    return TextDirection.LTR


def _shaped(text: str, style: Style, rtl: bool) -> list[Run]:
    runs = [
        _run(piece, typeface, rtl)
        for stretch in _one_script(text)
        for typeface, piece in _one_typeface(stretch, style)
    ]
    return runs[::-1] if rtl else runs


def _one_script(text: str) -> Iterator[str]:
    """Stretches of one script; what belongs to none stays with what came before."""
    if text.isascii():
        yield text
        return
    start, place, current = 0, 0, "Zyyy"
    for cluster in clusters(text):
        found = script(cluster[0])
        if found not in _NO_SCRIPT and found != current:
            if current not in _NO_SCRIPT:
                yield text[start:place]
                start = place
            current = found
        place += len(cluster)
    yield text[start:]


def _one_typeface(text: str, style: Style) -> Iterator[tuple[Typeface, str]]:
    first = faces(style)[0]
    if text.isascii() and first.characters.issuperset(map(ord, text)):
        yield first, text
        return
    for typeface, group in groupby(_chosen(text, style), key=lambda pair: pair[0]):
        yield typeface, "".join(cluster for _, cluster in group)


def _chosen(text: str, style: Style) -> Iterator[tuple[Typeface, str]]:
    """A typeface for each cluster; spaces and points follow the letters before them."""
    before: Typeface | None = None
    for cluster in clusters(text):
        neutral = script(cluster[0]) in _NO_SCRIPT
        if not (before and neutral and _draws(before, cluster)):
            before = typeface_of(cluster, style)
        yield before, cluster


def clusters(text: str) -> Iterator[str]:
    """A letter with the marks and joiners that belong to it."""
    start = 0
    for place, character in enumerate(text):
        if place and not is_attached(character):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def is_attached(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in "\u200c\u200d"


@lru_cache(maxsize=8192)
def typeface_of(cluster: str, style: Style) -> Typeface:
    for typeface in faces(style):
        if _draws(typeface, cluster):
            return typeface
    raise NoGlyph(cluster)


def _draws(typeface: Typeface, cluster: str) -> bool:
    """Every character has a glyph, and the font knows where each mark sits."""
    drawn = cluster.replace("\u200c", "").replace("\u200d", "")
    if len(drawn) == 1:
        return ord(drawn) in typeface.characters
    infos, positions = _harfbuzz(drawn, typeface, rtl=not is_left_to_right(drawn))
    face = typeface.font.face
    marks = [
        position.position[:2]
        for info, position in zip(infos, positions, strict=True)
        if face.get_layout_glyph_class(info.codepoint) == _MARK
    ]
    return all(info.codepoint for info in infos) and (0, 0) not in marks


def _run(text: str, typeface: Typeface, rtl: bool) -> Run:
    infos, positions = _harfbuzz(text, typeface, rtl)
    spans = _spans(sorted({info.cluster for info in infos}), text)
    glyphs = []
    for info, position in zip(infos, positions, strict=True):
        if not info.codepoint:
            raise NoGlyph(text[info.cluster : info.cluster + 1])
        said = spans.pop(info.cluster, "")
        right, up, advance, _ = position.position
        glyphs.append(Glyph(info.codepoint, said, advance, right, up))
    return Run(typeface, tuple(glyphs), text, rtl)


def _spans(starts: list[int], text: str) -> dict[int, str]:
    """The characters of each HarfBuzz cluster, by its start."""
    ends = [*starts[1:], len(text)]
    return {a: text[a:b] for a, b in zip(starts, ends, strict=True)}


def _harfbuzz(
    text: str, typeface: Typeface, rtl: bool
) -> tuple[list[hb.GlyphInfo], list[hb.GlyphPosition]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.flags = hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(typeface.font, buffer)
    return buffer.glyph_infos, buffer.glyph_positions
