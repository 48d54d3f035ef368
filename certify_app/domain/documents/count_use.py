"""The counts of a document: raised below the limit, lowered when a grant is given back.

Each is one conditional UPDATE, so any number of simultaneous requests, in any number
of processes, are granted exactly what is left.
"""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.documents.errors import (
    AtTheLimit,
    NoDownloadsLeft,
    NoPrintsLeft,
    NoSuchDocument,
    Replaced,
    Withdrawn,
)
from certify_app.domain.documents.models import Document, GrantKind
from certify_app.domain.documents.queries import Paper, find_paper

_COUNTS = {GrantKind.DOWNLOAD: "downloads", GrantKind.PRINT: "prints"}
_LIMITS = {GrantKind.DOWNLOAD: "download_limit", GrantKind.PRINT: "print_limit"}


def raise_count(session: Session, learner_id: int | None, reference: str, kind: GrantKind) -> Paper:
    """Use up one download or print.

    Raises:
        NoSuchDocument: the learner has none of this reference.
        Withdrawn: its award is revoked or replaced.
        AtTheLimit: none is left.
    """
    count, limit = (
        col(getattr(Document, _COUNTS[kind])),
        getattr(Document, _LIMITS[kind]),
    )
    handed_out = select(Award.id).where(
        col(Award.learner_id) == learner_id, col(Award.status) == AwardStatus.VALID
    )
    raised = session.exec(
        update(Document)
        .where(
            col(Document.reference) == reference,
            col(Document.award_id).in_(handed_out),
            count < limit,
        )
        .values({_COUNTS[kind]: count + 1})
    )
    paper = find_paper(session, learner_id, reference)
    if paper is None or raised.rowcount != 1:
        raise _why_not(paper, kind)
    return paper


def lower_count(session: Session, document_id: int, kind: GrantKind) -> None:
    count = col(getattr(Document, _COUNTS[kind]))
    session.exec(
        update(Document)
        .where(col(Document.id) == document_id, count > 0)
        .values({_COUNTS[kind]: count - 1})
    )


def _why_not(paper: Paper | None, kind: GrantKind) -> NoSuchDocument | Withdrawn | AtTheLimit:
    if paper is None:
        return NoSuchDocument()
    if paper.award_status is AwardStatus.SUPERSEDED:
        return Replaced()
    if paper.award_status is AwardStatus.REVOKED:
        return Withdrawn()
    if kind is GrantKind.DOWNLOAD:
        return NoDownloadsLeft(limit=paper.download_limit)
    return NoPrintsLeft(limit=paper.print_limit)
