"""The three documents: what they say, how they are built, that they check."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp

from certify_app.domain.documents.rendering import (
    CannotRender,
    UnitLine,
    page_count,
    render_document,
)
from tests.unit.domain.documents.rendering.samples import (
    CERTIFICATE,
    DESIGN,
    LETTER,
    URL,
    image_of,
    picture,
    text_by_pdfium,
    text_by_poppler,
    unit_certificate,
    without_spaces,
)

UNITS = unit_certificate(60)
ALL = [CERTIFICATE, UNITS, LETTER]
KINDS = [content.kind for content in ALL]


@pytest.mark.parametrize("content", ALL, ids=KINDS)
def test_the_same_input_gives_the_same_bytes(content) -> None:
    assert render_document(content, DESIGN) == render_document(content, DESIGN)


@pytest.mark.parametrize("content", ALL, ids=KINDS)
def test_qpdf_finds_nothing_wrong(content, tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    design = replace(DESIGN, logo=picture(), signature=picture())
    (tmp_path / "it.pdf").write_bytes(render_document(content, design))
    done = subprocess.run(["qpdf", "--check", str(tmp_path / "it.pdf")], capture_output=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("content", ALL, ids=KINDS)
def test_the_code_leads_to_the_verification_page(content) -> None:
    pdf = render_document(content, DESIGN)
    found = zxingcpp.read_barcodes(image_of(pdf, page_count(pdf), scale=3))
    assert [code.text for code in found] == [URL]


@pytest.mark.parametrize("content", ALL, ids=KINDS)
def test_every_font_is_embedded(content, tmp_path: Path) -> None:
    if shutil.which("pdffonts") is None:
        pytest.skip("pdffonts (poppler-utils) is not installed")
    (tmp_path / "it.pdf").write_bytes(render_document(content, DESIGN))
    done = subprocess.run(["pdffonts", str(tmp_path / "it.pdf")], capture_output=True, text=True)
    rows = done.stdout.splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_a_certificate_says_what_was_awarded() -> None:
    read = text_by_poppler(render_document(CERTIFICATE, DESIGN), "-raw")
    for said in [
        "Certificate of Achievement",
        "This is to certify that",
        CERTIFICATE.learner_name,
        "has been awarded the qualification",
        "603/1234/5",
        "Level 3",
        "Distinction",
        "14 November 2026",
        "NAB0012345",
        "10643835-01-3DCE7K",
        "Dr Eleanor Whitfield",
        "Recognition no. RN5123",
        "certificates.nab.example",
    ]:
        assert said in read
    assert without_spaces(CERTIFICATE.qualification_title) in without_spaces(read)


def test_a_wrapped_title_keeps_the_space_between_its_words() -> None:
    read = text_by_pdfium(render_document(CERTIFICATE, DESIGN))
    assert "ManufacturingEngineering" not in read


def test_a_certificate_that_expires_says_when() -> None:
    read = text_by_poppler(
        render_document(replace(CERTIFICATE, expiry_date=date(2029, 1, 2)), DESIGN)
    )
    assert "Expires on" in read
    assert "2 January 2029" in read


def test_a_certificate_is_a4_landscape_and_the_others_portrait() -> None:
    landscape = image_of(render_document(CERTIFICATE, DESIGN), scale=1).size
    portrait = image_of(render_document(LETTER, DESIGN), scale=1).size
    assert landscape == (842, 596)
    assert portrait == (596, 842)


def test_a_welsh_document_speaks_welsh() -> None:
    read = text_by_poppler(render_document(replace(CERTIFICATE, language="cy"), DESIGN))
    assert "Tystysgrif Cyflawniad" in read
    assert "14 Tachwedd 2026" in read
    assert "certify" not in read.casefold()


def test_an_awarding_body_may_word_its_own_ceremony() -> None:
    design = replace(DESIGN, certificate_heading="Award of Merit", certifies="Know all that")
    read = text_by_poppler(render_document(CERTIFICATE, design))
    assert "Award of Merit" in read
    assert "Know all that" in read


def test_a_unit_certificate_lists_every_unit_under_a_repeated_header() -> None:
    pdf = render_document(UNITS, DESIGN)
    count = page_count(pdf)
    pages = text_by_poppler(pdf, "-layout").split("\f")[:count]
    assert count > 2
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {count}" in page
        assert "Credits" in page
        assert CERTIFICATE.learner_name in page
    read = " ".join(pages)
    assert [code for code in (u.code for u in UNITS.units) if code not in read] == []


@pytest.mark.parametrize("count", range(0, 40))
def test_the_last_page_has_room_to_sign(count: int) -> None:
    from certify_app.domain.documents.rendering.unit_certificate import (
        FIRST_TABLE,
        NEXT_TABLE,
        SIGNED_TABLE_END,
        shared_out,
    )
    from certify_app.domain.documents.rendering.unit_table import measured

    rows = [measured(unit) for unit in unit_certificate(count).units]
    pages = shared_out(rows)
    top = FIRST_TABLE if len(pages) == 1 else NEXT_TABLE
    assert [row for page in pages for row in page] == rows
    assert top + sum(row.height for row in pages[-1]) <= SIGNED_TABLE_END
    assert all(pages[1:])


def test_a_unit_with_a_character_that_cannot_be_printed_is_refused() -> None:
    units = (UnitLine("K/1", "Safety \U0001f9ef", "3", "4"),)
    with pytest.raises(CannotRender) as refusal:
        render_document(replace(UNITS, units=units), DESIGN)
    assert refusal.value.field == "unit_title"


def test_a_letter_confirms_the_award() -> None:
    read = text_by_poppler(render_document(LETTER, DESIGN), "-raw")
    for said in ["Confirmation of Award", "Sheffield S1 2HH", "Coleg Gwynedd", "Does not expire"]:
        assert said in read
    assert "{" not in read


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_logo_of_any_common_form_is_drawn(form: str) -> None:
    design = replace(DESIGN, logo=picture(form=form))
    red = (0xAA, 0x22, 0x44)
    colour = image_of(render_document(CERTIFICATE, design)).getpixel((842, 208))
    assert all(abs(a - b) < 12 for a, b in zip(colour, red, strict=True))


@pytest.mark.parametrize("junk", [b"", b"not an image", b"%PDF-1.7", picture()[:60]])
def test_a_logo_that_is_no_image_is_refused(junk: bytes) -> None:
    with pytest.raises(CannotRender) as refusal:
        render_document(CERTIFICATE, replace(DESIGN, logo=junk))
    assert refusal.value.field == "logo"


@pytest.mark.parametrize(
    "body", ["Northern Awarding Body", "A", "王", "the of and", "Учебный центр"]
)
def test_any_awarding_body_gets_a_crest(body: str) -> None:
    plain = image_of(render_document(CERTIFICATE, replace(DESIGN, awarding_body=body)))
    assert plain.getpixel((842, 150)) != plain.getpixel((300, 300))


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "", "#17516f\n"])
def test_a_colour_that_is_none_is_refused(colour: str) -> None:
    with pytest.raises(CannotRender, match="brand colour"):
        render_document(CERTIFICATE, replace(DESIGN, brand=colour))


def test_a_long_grade_and_number_still_fit() -> None:
    grade = "Distinction with a Merit in Practical Work and Oral Examination"
    long = replace(CERTIFICATE, grade=grade, enrolment_number="N" * 40)
    for content in (long, replace(long, kind="unit_certificate")):
        read = text_by_poppler(render_document(content, DESIGN), "-raw")
        assert without_spaces(grade) in without_spaces(read)


def test_markup_in_a_text_is_printed_as_it_stands() -> None:
    odd = "Robert') Tj /F9 (DROP <b>&amp;\\"
    read = text_by_poppler(render_document(replace(CERTIFICATE, learner_name=odd), DESIGN), "-raw")
    assert odd in read
