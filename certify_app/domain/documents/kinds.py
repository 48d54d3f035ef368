"""The kinds of document, in the order a learner is shown them."""

from __future__ import annotations

from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.locales import N_

ORDER = (
    DocumentKind.CERTIFICATE,
    DocumentKind.UNIT_CERTIFICATE,
    DocumentKind.LETTER,
    DocumentKind.WORKBOOK,
)
NAMES = {
    DocumentKind.CERTIFICATE: N_("Certificate"),
    DocumentKind.UNIT_CERTIFICATE: N_("Unit certificate"),
    DocumentKind.LETTER: N_("Letter"),
    DocumentKind.WORKBOOK: N_("Workbook"),
}
SUPPLIED = frozenset({DocumentKind.WORKBOOK})
"""Files the awarding body hands in; the others are drawn."""


def in_order(document: Document) -> tuple[int, int]:
    """A sort key: Certificate first, then as in ORDER."""
    return ORDER.index(document.kind), document.id or 0
