"""What the viewer shows and what the printer gets."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript

from certify_app.domain.documents.rendering import (
    CannotRender,
    UnreadableDocument,
    page_count,
    print_page,
    render_document,
    view_copy,
)
from tests.unit.domain.documents.rendering.samples import (
    CERTIFICATE,
    DESIGN,
    URL,
    image_of,
    text_by_poppler,
    unit_certificate,
)

PDF = render_document(CERTIFICATE, DESIGN)
UNITS = render_document(unit_certificate(60), DESIGN)
MARK = "View copy · jane@example.com"


def test_a_view_copy_keeps_the_words_and_adds_none() -> None:
    copy = view_copy(UNITS, MARK)
    assert text_by_poppler(copy) == text_by_poppler(UNITS)


def test_a_view_copy_is_marked_on_every_page() -> None:
    copy = view_copy(UNITS, MARK)
    for page in range(1, page_count(UNITS) + 1):
        changed = ImageChops.difference(image_of(copy, page, 1), image_of(UNITS, page, 1))
        assert changed.getbbox() is not None
    assert page_count(copy) == page_count(UNITS)


def test_the_code_can_still_be_scanned_from_a_view_copy() -> None:
    found = zxingcpp.read_barcodes(image_of(view_copy(PDF, MARK), scale=3))
    assert [code.text for code in found] == [URL]


def test_a_view_copy_is_the_same_each_time() -> None:
    assert view_copy(PDF, MARK) == view_copy(PDF, MARK)


def test_a_view_copy_leaves_scripts_links_and_attachments_behind() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(PDF)))
    writer.add_open_action(JavaScript("app.alert('hello')"))
    writer.add_attachment("credential.json", b"{}")
    writer.add_uri(0, "https://elsewhere.example", (0, 0, 50, 50))
    loaded = BytesIO()
    writer.write(loaded)
    copy = view_copy(loaded.getvalue(), MARK)
    for word in (b"JavaScript", b"EmbeddedFile", b"/URI", b"credential"):
        assert word not in copy
    assert PdfReader(BytesIO(copy)).pages[0].get("/Annots") is None


def test_a_watermark_that_cannot_be_printed_is_refused() -> None:
    with pytest.raises(CannotRender):
        view_copy(PDF, "copy \U0001f600")


@pytest.mark.parametrize("junk", [b"", b"junk", b"%PDF-1.7\n", PDF[:500]])
def test_what_is_no_pdf_is_refused(junk: bytes) -> None:
    for use in (
        lambda: view_copy(junk, MARK),
        lambda: page_count(junk),
        lambda: print_page(junk, [1], ""),
    ):
        with pytest.raises(UnreadableDocument):
            use()


def test_a_pdf_with_a_password_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(PDF)))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(UnreadableDocument):
        view_copy(locked.getvalue(), MARK)


def test_a_print_page_holds_the_chosen_pages_as_images() -> None:
    html = print_page(UNITS, [1, 3], "Unit certificate <1>").decode()
    images = [
        Image.open(BytesIO(b64decode(data)))
        for data in re.findall(r"data:image/jpeg;base64,([^\"]+)", html)
    ]
    assert [image.size for image in images] == [(1654, 2339), (1654, 2339)]
    assert 'id="p1"' in html
    assert 'id="p3"' in html
    assert "Unit certificate &lt;1&gt;" in html


def test_a_print_page_runs_nothing_and_fetches_nothing() -> None:
    html = print_page(PDF, [1], "Certificate").decode()
    assert "<script" not in html
    assert "http" not in html
    assert "@page p1{size:841.89pt 595.28pt;margin:0}" in html


def test_a_printed_page_can_be_scanned() -> None:
    html = print_page(PDF, [1], "Certificate").decode()
    found = re.search(r"data:image/jpeg;base64,([^\"]+)", html)
    assert found
    code = zxingcpp.read_barcode(Image.open(BytesIO(b64decode(found[1]))))
    assert code is not None
    assert code.text == URL
