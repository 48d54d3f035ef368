"""The log of what is done with documents."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.documents.errors import NoSuchDocument
from certify_app.domain.documents.models import DocumentEvent, EventKind
from certify_app.domain.documents.queries import find_paper


def record_event(
    session: Session,
    document_id: int,
    account_id: int,
    kind: EventKind,
    address: str,
    pages: str = "",
) -> None:
    session.add(
        DocumentEvent(
            document_id=document_id,
            account_id=account_id,
            kind=kind,
            address=address[:64],
            pages=pages[:200],
        )
    )


def record_view(
    session: Session,
    learner_id: int | None,
    account_id: int,
    reference: str,
    address: str,
) -> None:
    """Raises NoSuchDocument."""
    paper = find_paper(session, learner_id, reference)
    if paper is None:
        raise NoSuchDocument
    record_event(session, paper.id, account_id, EventKind.VIEW, address)
