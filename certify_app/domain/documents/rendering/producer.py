"""fpdf2's last step with our fonts and layers instead of its own.

Rests on private names of fpdf2, which is pinned; `test_stock_comparison.py` holds
the result against what fpdf2 draws by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, cast

from fpdf import FPDF
from fpdf.enums import PDFResourceType
from fpdf.output import OutputProducer
from fpdf.prefs import ViewerPreferences
from fpdf.syntax import Name, PDFArray, PDFContentStream

from certify_app.domain.documents.rendering.content import DocumentContent
from certify_app.domain.documents.rendering.font_objects import RawObject, font_objects, link
from certify_app.domain.documents.rendering.glyph_use import GlyphUse
from certify_app.domain.documents.rendering.marks import Paper
from certify_app.domain.documents.rendering.pictures import KeptPicture
from certify_app.domain.documents.rendering.structure import Tagged, add_structure


@dataclass(frozen=True)
class Sheet:
    """One page: a deflated layer that many documents share, and what is its own."""

    shared: bytes
    own: bytes
    tagged: tuple[Tagged, ...] = ()
    pictures: tuple[int, ...] = ()


class Document(FPDF):
    """fpdf2's document with `sheets` for pages and `use` for fonts."""

    def __init__(self, paper: Paper, sheets: list[Sheet], use: GlyphUse) -> None:
        super().__init__(unit="pt", format=(paper.width, paper.height))
        self.sheets = sheets
        self.use = use
        self.pdf_version = "1.7"
        self.set_auto_page_break(False)
        for sheet in sheets:
            self._add_sheet(sheet)

    def _add_sheet(self, sheet: Sheet) -> None:
        self.add_page()
        for typeface in self.use.codes:
            self._resource_catalog.add(PDFResourceType.FONT, typeface.number, self.page)
        for picture in sheet.pictures:
            self._resource_catalog.add(PDFResourceType.X_OBJECT, picture, self.page)

    def keep(self, pictures: dict[str, KeptPicture]) -> None:
        for name, picture in pictures.items():
            self.image_cache.images[name] = cast(Any, dict(picture.info))

    def describe(self, content: DocumentContent, title: str, author: str) -> None:
        """Title, author and dates: the award's date, so that the bytes stay the same."""
        self.set_title(title)
        self.set_author(author)
        self.set_subject(content.document_reference)
        self.set_creator("Certify")
        self.set_lang("cy" if content.language == "cy" else "en-GB")
        self.set_creation_date(datetime.combine(content.award_date, time.min, UTC))
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)

    def to_bytes(self) -> bytes:
        return bytes(self.output(output_producer_class=Producer))


class Producer(OutputProducer):
    fpdf: Document

    def _add_pages(self, _slice: slice = slice(0, None)) -> list[Any]:
        streams: dict[bytes, PDFContentStream] = {}
        pages = list(self._iter_pages_in_order())
        for page, sheet in zip(pages, self.fpdf.sheets, strict=True):
            self._add_pdf_obj(page, "pages")
            if sheet.shared not in streams:
                streams[sheet.shared] = self._stream(sheet.shared, deflated=True)
            own = self._stream(sheet.own, deflated=False)
            page.struct_parents = page.index() - 1
            page.tabs = Name("S")  # type: ignore[attr-defined]
            page.contents = cast(Any, PDFArray([streams[sheet.shared], own]))
        return pages

    def _stream(self, operators: bytes, *, deflated: bool) -> PDFContentStream:
        stream = PDFContentStream(operators, compress=not deflated)
        stream.filter = Name("FlateDecode")
        self._add_pdf_obj(stream, "pages")
        return stream

    def _add_structure_tree(self) -> Any:
        pages = [
            (page.ref, sheet.tagged)
            for page, sheet in zip(self._iter_pages_in_order(), self.fpdf.sheets, strict=True)
        ]
        return add_structure(pages, self._add_pdf_obj)

    def _add_fonts(self, *_resources: Any) -> dict[int, Any]:
        fonts: dict[int, RawObject] = {}
        for typeface, codes in self.fpdf.use.codes.items():
            objects = font_objects(typeface, codes)
            for made in objects:
                self._add_pdf_obj(made, "fonts")
            link(typeface, codes, objects)
            fonts[typeface.number] = objects[0]
        return fonts
