"""PDFium, one caller at a time: it is not safe to use from two threads at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2

from certify_app.domain.documents.rendering.errors import UnreadableDocument

_one_at_a_time = Lock()


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, held for this thread alone while the block runs.

    Raises:
        UnreadableDocument: no PDF, or one that asks for a password.
    """
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadableDocument from error
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has.

    Raises:
        UnreadableDocument: no PDF, or one that asks for a password.
    """
    with opened(pdf) as document:
        return len(document)
