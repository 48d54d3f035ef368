"""Parsing fonts takes a third of a second: done once after the start, before anyone asks."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from sqlalchemy.exc import SQLAlchemyError

from certify_app.db.engine import read
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.documents.find_master import design_of
from certify_app.domain.documents.models import DocumentKind
from certify_app.domain.documents.rendering import (
    CannotRender,
    Design,
    DocumentContent,
    UnitLine,
    render_document,
    view_copy,
)
from certify_app.domain.documents.studio import in_studio

SPECIMEN = "Specimen"


async def warm_up() -> None:
    """Draw one of each and throw it away; without a database there is nobody to draw for."""
    with suppress(SQLAlchemyError):
        design = design_of(await read(awarding_body))
        await in_studio(_draw_one_of_each, design)


def _draw_one_of_each(design: Design) -> None:
    with suppress(CannotRender):
        for kind in (
            DocumentKind.CERTIFICATE,
            DocumentKind.UNIT_CERTIFICATE,
            DocumentKind.LETTER,
        ):
            view_copy(render_document(_specimen(kind), design), SPECIMEN)


def _specimen(kind: DocumentKind) -> DocumentContent:
    return DocumentContent(
        kind=kind.value,
        learner_name=SPECIMEN,
        qualification_title=SPECIMEN,
        qualification_code=SPECIMEN,
        level=SPECIMEN,
        grade=SPECIMEN,
        award_date=date(2020, 1, 1),
        expiry_date=None,
        award_reference=SPECIMEN,
        document_reference=SPECIMEN,
        enrolment_number=SPECIMEN,
        organisation=SPECIMEN,
        units=(UnitLine("1", SPECIMEN, "1", "1"),),
        verify_url="https://example.org/verify?reference=SPECIMEN",
    )
