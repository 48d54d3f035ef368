"""Give awards what their qualification has come to yield since they were issued."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, update
from sqlmodel import Session, col, select

from certify_app.db.bulk import insert_rows
from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.awards.yields import Yield
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.references import new_reference


@dataclass(frozen=True)
class Given:
    documents: int
    badges: int


def complete_awards(session: Session, qualification_id: int, yields: Yield) -> Given:
    """Add the missing documents and badges of its valid awards. Nothing is taken away."""
    documents = sum(
        _give_document(session, qualification_id, kind, yields) for kind in yields.kinds
    )
    badges = _give_badges(session, qualification_id) if yields.badge else 0
    return Given(documents, badges)


def follow_limits(session: Session, qualification_id: int, old: Yield, new: Yield) -> None:
    """Documents that still have the former limit get the new one; others were set by hand."""
    awards = select(Award.id).where(Award.qualification_id == qualification_id)
    for column, before, after in (
        (col(Document.download_limit), old.download_limit, new.download_limit),
        (col(Document.print_limit), old.print_limit, new.print_limit),
    ):
        if before != after:
            session.execute(
                update(Document)
                .where(col(Document.award_id).in_(awards), column == before)
                .values({column: after})
                .execution_options(synchronize_session=False)
            )


def _give_document(
    session: Session, qualification_id: int, kind: DocumentKind, yields: Yield
) -> int:
    has_one = exists().where(col(Document.award_id) == col(Award.id), col(Document.kind) == kind)
    awards = _valid_awards(session, qualification_id, has_one)
    limits = (yields.download_limit, yields.print_limit)
    insert_rows(
        session,
        Document,
        ("award_id", "kind", "reference", "download_limit", "print_limit"),
        ((award, kind.name, new_reference(), *limits) for award in awards),
    )
    return len(awards)


def _give_badges(session: Session, qualification_id: int) -> int:
    has_one = exists().where(col(Badge.award_id) == col(Award.id))
    awards = _valid_awards(session, qualification_id, has_one)
    rows = ((award, new_reference()) for award in awards)
    insert_rows(session, Badge, ("award_id", "reference"), rows)
    return len(awards)


def _valid_awards(
    session: Session, qualification_id: int, has_one: ColumnElement[bool]
) -> list[int]:
    found = session.exec(
        select(Award.id).where(
            Award.qualification_id == qualification_id,
            Award.status == AwardStatus.VALID,
            ~has_one,
        )
    )
    return [award for award in found if award is not None]
