"""A learner's documents. Every query is for one learner and finds no other's."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.clock import now
from certify_app.domain.documents.kinds import in_order
from certify_app.domain.documents.models import (
    Document,
    DocumentKind,
    Grant,
    GrantKind,
    MoreRequest,
)
from certify_app.domain.tokens import token_hash


@dataclass(frozen=True)
class Paper:
    """One document of a learner, as the viewer tells of it."""

    id: int
    award_reference: str
    reference: str
    kind: DocumentKind
    award_status: AwardStatus
    downloads_left: int
    download_limit: int
    prints_left: int
    print_limit: int


def list_papers(session: Session, learner_id: int | None, award_reference: str) -> list[Paper]:
    """Of one award: Certificate first, then as a learner is shown them."""
    of_award = col(Award.reference) == award_reference
    found = session.exec(owned(learner_id).where(of_award)).all()
    return [_paper(*row) for row in sorted(found, key=lambda row: in_order(row[0]))]


def find_paper(session: Session, learner_id: int | None, reference: str) -> Paper | None:
    its_own = col(Document.reference) == reference
    row = session.exec(owned(learner_id).where(its_own)).first()
    return _paper(*row) if row else None


def find_grant(
    session: Session, account_id: int, kind: GrantKind, token: str
) -> tuple[Grant, str] | None:
    """A grant that still runs, of an award that still stands, with its document's reference."""
    return session.exec(
        select(Grant, Document.reference)
        .join(Document, col(Document.id) == Grant.document_id)
        .join(Award, col(Award.id) == Document.award_id)
        .where(
            col(Award.status) == AwardStatus.VALID,
            col(Grant.token_hash) == token_hash(token),
            col(Grant.account_id) == account_id,
            col(Grant.kind) == kind,
            col(Grant.expires_at) > now(),
            col(Grant.given_back_at).is_(None),
        )
    ).first()


def has_asked_for_more(
    session: Session, account_id: int, document_id: int, kind: GrantKind
) -> bool:
    """Whether a request of this account waits for an answer."""
    waiting = select(MoreRequest.id).where(
        col(MoreRequest.account_id) == account_id,
        col(MoreRequest.document_id) == document_id,
        col(MoreRequest.kind) == kind,
        col(MoreRequest.answered_at).is_(None),
    )
    return session.exec(waiting).first() is not None


def owned(learner_id: int | None) -> Select[Document, Award]:
    """Where every query of a learner's documents starts."""
    mine = col(Award.learner_id) == learner_id
    joined = select(Document, Award).join(Award, col(Award.id) == Document.award_id)
    return joined.where(mine)


def _paper(document: Document, award: Award) -> Paper:
    assert document.id
    return Paper(
        id=document.id,
        award_reference=award.reference,
        reference=document.reference,
        kind=document.kind,
        award_status=award.status,
        downloads_left=document.downloads_left,
        download_limit=document.download_limit,
        prints_left=document.prints_left,
        print_limit=document.print_limit,
    )
