"""From what a document says and how it looks to the bytes of its PDF."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from certify_app.domain.documents.rendering import certificate, letter, unit_certificate
from certify_app.domain.documents.rendering.characters import (
    printable,
    printable_and_present,
)
from certify_app.domain.documents.rendering.content import DocumentContent, UnitLine
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.errors import BadColour
from certify_app.domain.documents.rendering.glyph_use import GlyphUse
from certify_app.domain.documents.rendering.marks import Mark, Paper
from certify_app.domain.documents.rendering.painting import paint
from certify_app.domain.documents.rendering.pictures import KeptPicture, pictures_of
from certify_app.domain.documents.rendering.producer import Document, Sheet
from certify_app.domain.documents.rendering.structure import Tagged
from certify_app.domain.documents.rendering.wording import Wording, wording

_REQUIRED = {
    "learner_name",
    "qualification_title",
    "award_reference",
    "document_reference",
    "verify_url",
}
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_NOT_PRINTED = {"kind", "language", "units", "award_date", "expiry_date"}


@dataclass(frozen=True)
class Kind:
    """How one kind of document is laid out."""

    paper: Paper
    shared: Callable[[Design, Wording], list[Mark]]
    own: Callable[[DocumentContent, Design, Wording], list[list[Mark]]]


KINDS = {
    "certificate": Kind(certificate.PAPER, certificate.shared, certificate.own),
    "unit_certificate": Kind(unit_certificate.PAPER, unit_certificate.shared, unit_certificate.own),
    "letter": Kind(letter.PAPER, letter.shared, letter.own),
}


@dataclass(frozen=True)
class SharedLayer:
    """What all documents of a design, kind and language have in common, drawn once."""

    deflated: bytes
    tagged: tuple[Tagged, ...]
    use: GlyphUse
    pictures: dict[str, KeptPicture]


def render_document(content: DocumentContent, design: Design) -> bytes:
    """The document as a PDF; the same input gives the same bytes.

    Raises:
        CannotRender: a text that cannot be printed whole, before any page is drawn.
        KeyError: a kind that is none of ours.
    """
    kind = KINDS[content.kind]
    checked, dressed = checked_content(content), checked_design(design)
    words = wording(content.language)
    pages = kind.own(checked, dressed, words)
    layer = _shared_layer(content.kind, dressed, content.language)
    use = layer.use.copy()
    document = Document(kind.paper, _sheets(pages, kind.paper, layer, use), use)
    document.keep(layer.pictures)
    title = f"{checked.qualification_title} – {checked.learner_name}"
    document.describe(checked, title, dressed.awarding_body)
    return document.to_bytes()


def checked_content(content: DocumentContent) -> DocumentContent:
    """The content with every text as it will be printed."""
    names = [f.name for f in fields(content) if f.name not in _NOT_PRINTED]
    texts: dict[str, Any] = {name: _checked(name, getattr(content, name)) for name in names}
    units = tuple(
        UnitLine(*(printable(f"unit_{f.name}", getattr(unit, f.name)) for f in fields(unit)))
        for unit in content.units
    )
    return replace(content, units=units, **texts)


@lru_cache(maxsize=32)
def checked_design(design: Design) -> Design:
    """The design with every text as it will be printed, its lines kept."""
    for colour in ("brand", "gold"):
        if not _COLOUR.fullmatch(getattr(design, colour)):
            raise BadColour(colour)
    texts: dict[str, Any] = {
        f.name: "\n".join(printable(f.name, line) for line in value.splitlines())
        for f in fields(design)
        if isinstance(value := getattr(design, f.name), str)
    }
    return replace(design, **texts)


def _checked(field: str, text: str) -> str:
    check = printable_and_present if field in _REQUIRED else printable
    return check(field, text)


@lru_cache(maxsize=64)
def _shared_layer(kind: str, design: Design, language: str) -> SharedLayer:
    use = GlyphUse()
    marks = KINDS[kind].shared(design, wording(language))
    kept = pictures_of(design)
    painted = paint(marks, KINDS[kind].paper, use, _numbers(kept))
    return SharedLayer(zlib.compress(painted.operators, 9), painted.tagged, use, kept)


def _sheets(
    pages: list[list[Mark]], paper: Paper, layer: SharedLayer, use: GlyphUse
) -> list[Sheet]:
    numbers = _numbers(layer.pictures)
    sheets = []
    for marks in pages:
        painted = paint(marks, paper, use, numbers, len(layer.tagged))
        tagged = layer.tagged + painted.tagged
        used = tuple(numbers.values())
        sheets.append(Sheet(layer.deflated, painted.operators, tagged, used))
    return sheets


def _numbers(kept: dict[str, KeptPicture]) -> dict[str, int]:
    return {name: picture.number for name, picture in kept.items()}
