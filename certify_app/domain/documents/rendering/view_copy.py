"""The copy that the viewer shows: the same pages under a watermark.

The watermark is drawn as outlines, so the words of the page are still the only text
to select, search and read aloud. Scripts, forms, attachments and links stay behind.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from math import hypot

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from certify_app.domain.documents.rendering.characters import printable_and_present
from certify_app.domain.documents.rendering.errors import UnreadableDocument
from certify_app.domain.documents.rendering.outlines import lettering
from certify_app.domain.documents.rendering.shaping import shape

_NAME = "/CertifyWatermark"
_LEFT_BEHIND = ("/AA", "/Annots", "/AF", "/Metadata", "/PieceInfo", "/B", "/StructParents", "/Tabs")
_TINT = "0.35 0.4 0.5 rg"
_OPACITY = 0.13
_SHARE_OF_DIAGONAL = 0.56
_LARGEST, _REPEATS = 36.0, (-0.24, 0.0, 0.24)


def view_copy(pdf: bytes, watermark: str) -> bytes:
    """The PDF with the watermark across every page, its text layer kept.

    Raises:
        CannotRender: the watermark is empty or has characters without a glyph.
        UnreadableDocument: no PDF, or one that asks for a password.
    """
    words = printable_and_present("watermark", watermark)
    try:
        return _copied(PdfReader(BytesIO(pdf)), words)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableDocument from error


def _copied(original: PdfReader, words: str) -> bytes:
    writer = PdfWriter()
    marks: dict[tuple[float, float], IndirectObject] = {}
    for source in original.pages:
        page = writer.add_page(source, excluded_keys=_LEFT_BEHIND)
        size = (float(page.mediabox.width), float(page.mediabox.height))
        if size not in marks:
            marks[size] = writer._add_object(_form(words, *size))
        _put(page, marks[size], writer)
    copy = BytesIO()
    writer.write(copy)
    return copy.getvalue()


def _put(page: PageObject, mark: IndirectObject, writer: PdfWriter) -> None:
    """Wrap what the page draws, then draw the mark in its lower left corner."""
    resources = page.get("/Resources", DictionaryObject()).get_object()
    kept = DictionaryObject(resources)
    drawn = DictionaryObject(kept.get("/XObject", DictionaryObject()).get_object())
    drawn[NameObject(_NAME)] = mark
    kept[NameObject("/XObject")] = drawn
    page[NameObject("/Resources")] = kept
    left, bottom = float(page.mediabox.left), float(page.mediabox.bottom)
    before = writer._add_object(_stream(b"q"))
    after = writer._add_object(
        _stream(f"Q /Artifact BMC q 1 0 0 1 {left} {bottom} cm {_NAME} Do Q EMC".encode())
    )
    page[NameObject("/Contents")] = ArrayObject([before, *_contents(page), after])


def _contents(page: PageObject) -> list[IndirectObject]:
    contents = page.get("/Contents")
    if contents is None:
        return []
    found = contents.get_object()
    return list(found) if isinstance(found, ArrayObject) else [page.raw_get("/Contents")]


def _stream(operators: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(operators)
    return stream


def _form(words: str, width: float, height: float) -> StreamObject:
    form = _stream(_operators(words, width, height)).flate_encode()
    see_through = DictionaryObject({NameObject("/ca"): FloatObject(_OPACITY)})
    states = DictionaryObject({NameObject("/Faint"): see_through})
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, (0, 0, width, height))),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    return form


@lru_cache(maxsize=64)
def _operators(words: str, width: float, height: float) -> bytes:
    """The words three times along the rising diagonal, sized to stay on the page."""
    line = shape(words, "sans")
    diagonal = hypot(width, height)
    cosine, sine = width / diagonal, height / diagonal
    size = min(_LARGEST, diagonal * _SHARE_OF_DIAGONAL * 1000 / max(line.width, 1))
    drawn = lettering(line, -line.width * size / 2000, -size / 3, size)
    turn = f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f}"
    rows = (f"q {turn} {width / 2:.2f} {height * (0.5 + row):.2f} cm {drawn} Q" for row in _REPEATS)
    return f"/Faint gs {_TINT} {' '.join(rows)}".encode("ascii")
