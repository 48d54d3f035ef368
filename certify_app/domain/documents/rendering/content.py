"""What a document says: plain values, nothing looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class UnitLine:
    code: str
    title: str
    level: str
    credits: str


@dataclass(frozen=True)
class DocumentContent:
    """The words of one document; `kind` is certificate, unit_certificate or letter."""

    kind: str
    learner_name: str
    qualification_title: str
    qualification_code: str
    level: str
    grade: str
    award_date: date
    expiry_date: date | None
    award_reference: str
    document_reference: str
    enrolment_number: str
    organisation: str
    units: tuple[UnitLine, ...]
    verify_url: str
    language: str = "en"
