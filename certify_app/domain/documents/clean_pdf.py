"""A PDF from outside, opened and made again of its pages alone.

What a document carries beside its pages (scripts, attachments, forms, actions on
opening) is in its catalogue and is left behind; what acts on a page is taken off it.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, NameObject

from certify_app.domain.errors import DomainError
from certify_app.locales import N_

MOST_BYTES = 50_000_000
MOST_PAGES = 500
HARMLESS_ACTIONS = {"/URI", "/GoTo"}
KEPT_ANNOTATIONS = {"/Link", "/Text", "/Highlight", "/Underline", "/FreeText", "/Stamp", "/Ink"}


class UnusablePdf(DomainError):
    sentence = N_("The file cannot be opened as a PDF. Print it to PDF again")
    field = "file"


class PdfWithPassword(DomainError):
    sentence = N_("The file has a password. Save it without one")
    field = "file"


class PdfTooLarge(DomainError):
    sentence = N_("The file has more than {megabytes} MB or {pages} pages")
    field = "file"


def clean_pdf(content: bytes) -> bytes:
    """The same bytes for the same file.

    Raises:
        UnusablePdf, PdfWithPassword, PdfTooLarge
    """
    if len(content) > MOST_BYTES:
        raise PdfTooLarge(megabytes=MOST_BYTES // 1_000_000, pages=MOST_PAGES)
    if not content.startswith(b"%PDF-"):
        raise UnusablePdf
    try:
        return _made_again(content)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnusablePdf from error
    except RecursionError:
        raise UnusablePdf from None


def _made_again(content: bytes) -> bytes:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise PdfWithPassword
    if not 1 <= len(reader.pages) <= MOST_PAGES:
        raise PdfTooLarge(megabytes=MOST_BYTES // 1_000_000, pages=MOST_PAGES)
    writer = PdfWriter()
    for page in reader.pages:
        _calm(page)
        writer.add_page(page)
    writer.metadata = None
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _calm(page: PageObject) -> None:
    """Take off the page what acts, and annotations that are more than marks and links."""
    page.pop("/AA", None)
    annotations = page.get("/Annots")
    if annotations is None:
        return
    kept = [a for a in annotations.get_object() if _is_harmless(a.get_object())]
    for annotation in kept:
        annotation.get_object().pop("/AA", None)
        annotation.get_object().pop("/PA", None)
    page[NameObject("/Annots")] = ArrayObject(kept)


def _is_harmless(annotation: Any) -> bool:
    if annotation.get("/Subtype") not in KEPT_ANNOTATIONS:
        return False
    action = annotation.get("/A")
    if action is None:
        return True
    found = action.get_object()
    return found.get("/S") in HARMLESS_ACTIONS and "/Next" not in found
