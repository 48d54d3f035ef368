"""Documents and badges by award: what a learner may share, and what a connection shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from certify_app.config import settings
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.awards.standing import HANDED_OUT, Standing, standing_of
from certify_app.domain.badges.models import Badge
from certify_app.domain.clock import today
from certify_app.domain.connections.models import SharedBadge, SharedDocument
from certify_app.domain.documents.kinds import in_order
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.learners.models import Learner


@dataclass(frozen=True)
class ShelfPaper:
    id: int
    kind: DocumentKind
    reference: str


@dataclass(frozen=True)
class ShelfBadge:
    id: int
    name: str
    reference: str


@dataclass(frozen=True)
class Group:
    """An award with its documents, and its badge."""

    reference: str
    title: str
    awarded_name: str
    award_date: date
    expiry_date: date | None
    standing: Standing
    papers: tuple[ShelfPaper, ...]
    badges: tuple[ShelfBadge, ...]


@dataclass(frozen=True)
class Shared:
    """Ids of what a connection shows."""

    documents: frozenset[int]
    badges: frozenset[int]


def shareable(session: Session, account_id: int, ticked: Shared) -> list[Group]:
    """All that a learner may share now, and what is shared already; newest award first."""
    mine = select(Award.id).join(Learner, col(Learner.id) == Award.learner_id)
    ids = session.exec(mine.where(Learner.account_id == account_id)).all()
    groups = _groups(session, ids)
    return [group for group in groups if group.standing in HANDED_OUT or _holds(group, ticked)]


def shared_by(session: Session, connection_id: int) -> list[Group]:
    """What a connection shows, and nothing else of those awards."""
    ticked = ticked_in(session, connection_id)
    of_papers = select(Document.award_id).where(col(Document.id).in_(ticked.documents))
    of_badges = select(Badge.award_id).where(col(Badge.id).in_(ticked.badges))
    ids = {*session.exec(of_papers), *session.exec(of_badges)}
    return _groups(session, list(ids), ticked)


def ticked_in(session: Session, connection_id: int) -> Shared:
    papers = select(SharedDocument.document_id).where(SharedDocument.connection_id == connection_id)
    badges = select(SharedBadge.badge_id).where(SharedBadge.connection_id == connection_id)
    return Shared(frozenset(session.exec(papers)), frozenset(session.exec(badges)))


def _holds(group: Group, ticked: Shared) -> bool:
    papers = {paper.id for paper in group.papers} & ticked.documents
    return bool(papers or {badge.id for badge in group.badges} & ticked.badges)


def _groups(
    session: Session, award_ids: Sequence[int | None], only: Shared | None = None
) -> list[Group]:
    found = session.exec(
        select(Award, Qualification)
        .join(Qualification, col(Qualification.id) == Award.qualification_id)
        .where(col(Award.id).in_(award_ids))
        .order_by(col(Award.award_date).desc(), col(Award.id).desc())
    ).all()
    papers = session.exec(select(Document).where(col(Document.award_id).in_(award_ids))).all()
    badges = session.exec(select(Badge).where(col(Badge.award_id).in_(award_ids))).all()
    if only is not None:
        papers = [paper for paper in papers if paper.id in only.documents]
        badges = [badge for badge in badges if badge.id in only.badges]
    return [_group(award, what, papers, badges) for award, what in found]


def _group(
    award: Award, what: Qualification, papers: Sequence[Document], badges: Sequence[Badge]
) -> Group:
    own = sorted((paper for paper in papers if paper.award_id == award.id), key=in_order)
    name = what.badge_name or what.title
    return Group(
        reference=award.reference,
        title=what.title,
        awarded_name=award.awarded_name,
        award_date=award.award_date,
        expiry_date=award.expiry_date,
        standing=standing_of(award, today(settings().zone)),
        papers=tuple(ShelfPaper(p.id or 0, p.kind, p.reference) for p in own),
        badges=tuple(
            ShelfBadge(b.id or 0, name, b.reference) for b in badges if b.award_id == award.id
        ),
    )
