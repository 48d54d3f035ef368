"""Units whose level or credits the awarding body does not give."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from certify_app.domain.documents.rendering import UnitLine, render_document
from tests.unit.domain.documents.rendering.samples import CERTIFICATE, DESIGN


def test_a_unit_without_level_and_credits_is_drawn() -> None:
    units = (UnitLine("U1", "Care unit 1", "", ""), UnitLine("U2", "Care unit 2", "3", "5"))
    pdf = render_document(replace(CERTIFICATE, kind="unit_certificate", units=units), DESIGN)
    text = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "Care unit 1" in text
    assert "Care unit 2" in text
