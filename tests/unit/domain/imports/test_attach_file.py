"""Workbooks from outside: attached to the right award, and harmless."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from sqlmodel import Session, select

from certify_app.domain.awards.issue_award import NewAward, issue_award
from certify_app.domain.documents.clean_pdf import clean_pdf
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.documents.stored_files import read_supplied_file
from certify_app.domain.errors import DomainError
from certify_app.domain.imports.attach_file import Attached, SuppliedFile, attach_file
from tests.people import People


def pdf(pages: int = 2, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if password:
        writer.encrypt(password)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def armed_pdf() -> bytes:
    """With scripts on opening, on the page and in an annotation, and an attachment."""
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x()")}
    )
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    writer.root_object[NameObject("/OpenAction")] = script
    writer.add_attachment("evil.exe", b"MZ evil")
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://example.org"))
    acting = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(),
            NameObject("/A"): script,
        }
    )
    page["/Annots"].append(acting)  # type: ignore[attr-defined]
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def attach(session: Session, name: str, content: bytes) -> Attached:
    return attach_file(session, SuppliedFile(name, content))


@pytest.mark.parametrize(
    "name", ["10643835-01-3DCE7K.pdf", "10643835-01-3dce7k.PDF", "TA-100001_601-0001-1.pdf"]
)
def test_a_file_reaches_the_award_its_name_says(
    session: Session, people: People, name: str
) -> None:
    assert attach(session, name, pdf()) is Attached.NEW
    workbook = session.exec(select(Document).where(Document.kind == DocumentKind.WORKBOOK)).one()
    assert workbook.award_id == people.jane.awards[0].id
    assert workbook.download_limit == 3
    assert workbook.file_hash
    assert len(PdfReader(BytesIO(read_supplied_file(workbook.file_hash))).pages) == 2


def test_the_same_file_again_changes_nothing_and_another_replaces_it(
    session: Session, people: People
) -> None:
    name = "10643835-01-3DCE7K.pdf"
    done = [attach(session, name, content) for content in (pdf(), pdf(), pdf(3))]
    assert done == [Attached.NEW, Attached.UNCHANGED, Attached.CHANGED]
    assert len(session.exec(select(Document).where(Document.file_hash != "")).all()) == 1


@pytest.mark.parametrize("name", ["nobody.pdf", "TA-100001_601-9999-9.pdf", "TA-100001.pdf", ""])
def test_a_name_that_fits_no_award_is_refused(session: Session, people: People, name: str) -> None:
    with pytest.raises(DomainError, match="No award is named"):
        attach(session, name, pdf())


def test_a_name_that_fits_several_awards_is_refused(session: Session, people: People) -> None:
    issue_award(session, NewAward("TA-100001", "601/0001/1", date(2026, 1, 5)))
    with pytest.raises(DomainError, match="fits several awards"):
        attach(session, "TA-100001_601-0001-1.pdf", pdf())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"MZ not a pdf", "cannot be opened as a PDF"),
        (b"%PDF-1.7\nnothing else", "cannot be opened as a PDF"),
        (pdf(password="secret"), "has a password"),
        (pdf(501), "more than 50 MB or 500 pages"),
    ],
    ids=["no pdf", "damaged", "password", "too long"],
)
def test_a_file_that_cannot_be_used_gets_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(DomainError, match=said):
        clean_pdf(content)


def test_scripts_and_attachments_are_left_behind_and_links_kept() -> None:
    before, after = armed_pdf(), clean_pdf(armed_pdf())
    assert b"/JavaScript" in before
    assert b"/EmbeddedFiles" in before
    for word in (b"/JavaScript", b"/JS", b"/EmbeddedFiles", b"evil", b"/AA", b"/OpenAction"):
        assert word not in after
    annotations = PdfReader(BytesIO(after)).pages[0]["/Annots"]
    assert [a.get_object()["/A"]["/URI"] for a in annotations] == ["https://example.org"]  # type: ignore[attr-defined]


def test_the_same_file_is_cleaned_to_the_same_bytes() -> None:
    assert clean_pdf(armed_pdf()) == clean_pdf(armed_pdf())
