"""One certificate to draw, ready laid out.

Peers get every line with its place, and the decoration as operators or SVG, for
nothing; our own renderer finds the places within its time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from certify_app.domain.documents.rendering import Design, DocumentContent, UnitLine
from certify_app.domain.documents.rendering.marks import Drawing, Mark, Text
from certify_app.domain.documents.rendering.render import KINDS, checked_content
from certify_app.domain.documents.rendering.wording import ENGLISH

ADDRESS = "https://certificates.nab.example/verify?reference=10643835-01-"
DESIGN = Design(
    awarding_body="Northern Awarding Body",
    signatory_name="Dr Eleanor Whitfield",
    signatory_title="Chief Executive and Responsible Officer",
    recognition="Northern Awarding Body Ltd · Regulated by Ofqual · Recognition no. RN5123",
    address="1 Guildhall Square\nSheffield S1 2HH",
)
UNIT = "Applying engineering principles to the maintenance of complex production systems"
CERTIFICATE = DocumentContent(
    kind="certificate",
    learner_name="Siân Ŵyn Llŷr-Żółkiewska",
    qualification_title="Level 3 Diploma in Advanced Manufacturing Engineering (Knowledge)",
    qualification_code="603/1234/5",
    level="Level 3",
    grade="Distinction",
    award_date=date(2026, 11, 14),
    expiry_date=None,
    award_reference="10643835-01",
    document_reference="10643835-01-3DCE7K",
    enrolment_number="NAB0012345",
    organisation="Coleg Gwynedd",
    units=(),
    verify_url=ADDRESS,
)


@dataclass(frozen=True)
class Laid:
    """A certificate's lines and decoration, points from the top left."""

    name: str
    lines: tuple[Text, ...]
    operators: str


def certificate(name: str, number: int) -> DocumentContent:
    """A certificate like no other: name and code differ each time."""
    return replace(CERTIFICATE, learner_name=name, verify_url=f"{ADDRESS}{number:06d}")


def units(count: int, name: str) -> DocumentContent:
    listed = tuple(UnitLine(f"K/618/{i:04d}", f"{UNIT} {i}", "3", "5") for i in range(count))
    return replace(CERTIFICATE, kind="unit_certificate", units=listed, learner_name=name)


def laid(content: DocumentContent) -> Laid:
    (own,) = KINDS["certificate"].own(checked_content(content), DESIGN, ENGLISH)
    return _parted(content.learner_name, own)


def shared() -> Laid:
    return _parted("", KINDS["certificate"].shared(DESIGN, ENGLISH))


def _parted(name: str, marks: list[Mark]) -> Laid:
    lines = tuple(mark for mark in marks if isinstance(mark, Text))
    drawn = (f"q {mark.operators} Q" for mark in marks if isinstance(mark, Drawing))
    return Laid(name, lines, "\n".join(drawn))


def said(line: Text) -> str:
    return line.line.text
