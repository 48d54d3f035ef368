"""What an award yields: which documents, how often each may be had, and a badge."""

from __future__ import annotations

from dataclasses import dataclass

from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awards.models import Qualification
from certify_app.domain.documents.models import DocumentKind

DRAWN = (
    DocumentKind.CERTIFICATE,
    DocumentKind.UNIT_CERTIFICATE,
    DocumentKind.LETTER,
)
"""The kinds that are drawn from the record; a workbook is supplied as a file."""


@dataclass(frozen=True)
class Yield:
    kinds: tuple[DocumentKind, ...]
    badge: bool
    download_limit: int
    print_limit: int


def yield_of(qualification: Qualification, has_units: bool, body: AwardingBody) -> Yield:
    """A unit certificate comes with units and never without them."""
    named = set(qualification.documents.split()) - {DocumentKind.UNIT_CERTIFICATE}
    if has_units:
        named.add(DocumentKind.UNIT_CERTIFICATE)
    downloads, prints = qualification.download_limit, qualification.print_limit
    return Yield(
        kinds=tuple(kind for kind in DRAWN if kind in named),
        badge=bool(qualification.badge_name),
        download_limit=body.download_limit if downloads is None else downloads,
        print_limit=body.print_limit if prints is None else prints,
    )
