"""What is read aloud, and in what order."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from certify_app.domain.documents.rendering import render_document
from tests.unit.domain.documents.rendering.samples import (
    CERTIFICATE,
    DESIGN,
    LETTER,
    URL,
    picture,
    unit_certificate,
)

UNITS = unit_certificate(30)
ALL = [CERTIFICATE, UNITS, LETTER]


def spoken(content, folder: Path) -> list[str]:
    """The lines of text in the order of the structure tree, by Poppler."""
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo (poppler-utils) is not installed")
    (folder / "it.pdf").write_bytes(render_document(content, DESIGN))
    command = [program, "-struct-text", str(folder / "it.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return re.findall(r'^\s*"(.*)"$', done.stdout, re.MULTILINE)


def test_a_certificate_is_read_as_a_person_would_say_it(tmp_path: Path) -> None:
    lines = spoken(CERTIFICATE, tmp_path)
    start = ["Certificate of Achievement", "This is to certify that", CERTIFICATE.learner_name]
    assert lines[:3] == start
    assert lines[lines.index("Grade") + 1] == "Distinction"
    assert lines[lines.index("Document reference") + 1] == CERTIFICATE.document_reference


def test_a_unit_is_read_row_by_row(tmp_path: Path) -> None:
    lines = spoken(UNITS, tmp_path)
    place = lines.index("K/618/0003")
    assert lines[place : place + 4] == ["K/618/0003", "Safety 3", "3", "3"]


@pytest.mark.parametrize("content", ALL, ids=lambda content: content.kind)
def test_every_marked_content_has_its_element(content, tmp_path: Path) -> None:
    (tmp_path / "it.pdf").write_bytes(render_document(content, DESIGN))
    reader = PdfReader(tmp_path / "it.pdf")
    by_page = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for place, page in enumerate(reader.pages):
        assert page["/StructParents"] == by_page[2 * place] == place
        numbers = [int(n) for n in re.findall(rb"/MCID (\d+)", page.get_contents().get_data())]
        assert numbers == list(range(len(by_page[2 * place + 1])))
        for number, element in zip(numbers, by_page[2 * place + 1], strict=True):
            assert number in element.get_object()["/K"]
            assert element.get_object().raw_get("/Pg") == page.indirect_reference


def test_figures_have_words_for_those_who_cannot_see_them() -> None:
    design = replace(DESIGN, logo=picture(), signature=picture())
    pdf = render_document(CERTIFICATE, design)
    said = re.findall(rb"/S /Figure.*?/Alt \((.*?)\)", pdf)
    assert set(said) == {
        b"Northern Awarding Body",
        f"QR code: {URL}".encode(),
        b"Dr Eleanor Whitfield",
    }


@pytest.mark.parametrize(("language", "code"), [("en", "en-GB"), ("cy", "cy")])
def test_a_document_says_its_language_and_title(language: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "it.pdf").write_bytes(
        render_document(replace(CERTIFICATE, language=language), DESIGN)
    )
    reader = PdfReader(tmp_path / "it.pdf")
    assert reader.root_object["/Lang"] == code
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert CERTIFICATE.learner_name in reader.metadata.title
