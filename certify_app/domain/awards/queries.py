"""A learner's awards and badges. Every query is for one learner and finds no other's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from certify_app.domain.awards.standing import Standing, standing_of
from certify_app.domain.badges.models import Badge
from certify_app.domain.documents.kinds import in_order
from certify_app.domain.documents.models import Document


class Order(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"


@dataclass(frozen=True)
class AwardSummary:
    """What a card shows; the downloads are those of its first document."""

    reference: str
    awarded_name: str
    qualification: str
    award_date: date
    expiry_date: date | None
    standing: Standing
    replaced_by: str
    has_documents: bool
    downloads_left: int
    download_limit: int


@dataclass(frozen=True)
class BadgeSummary:
    """A badge, and what is said of its award where it is shown elsewhere."""

    reference: str
    name: str
    level: str
    issued_to: str
    award_reference: str
    award_date: date
    expiry_date: date | None
    standing: Standing


def count_awards(session: Session, learner_id: int | None, search: str = "") -> int:
    found = select(func.count()).select_from(Award).join(Qualification, _of_award)
    return session.exec(found.where(*_matching(learner_id, search))).one()


def list_awards(
    session: Session,
    learner_id: int | None,
    today: date,
    *,
    search: str = "",
    order: Order = Order.NEWEST,
    offset: int = 0,
    limit: int = 12,
) -> list[AwardSummary]:
    matching = _awards().where(*_matching(learner_id, search))
    page = matching.order_by(*_ORDERS[order]).offset(offset).limit(limit)
    return _summaries(session, page, today)


def find_award(
    session: Session, learner_id: int | None, reference: str, today: date
) -> AwardSummary | None:
    its_own = col(Award.reference) == reference
    found = _awards().where(*_matching(learner_id, ""), its_own)
    return next(iter(_summaries(session, found, today)), None)


def list_expiring(
    session: Session, learner_id: int | None, today: date, *, days: int, limit: int = 3
) -> list[AwardSummary]:
    """Valid awards that end within so many days, the next to end first."""
    expiry = col(Award.expiry_date)
    soon = _awards().where(
        col(Award.learner_id) == learner_id,
        col(Award.status) == AwardStatus.VALID,
        expiry.between(today, today + timedelta(days=days)),
    )
    return _summaries(session, soon.order_by(expiry, col(Award.id)).limit(limit), today)


def count_badges(session: Session, learner_id: int | None) -> int:
    found = select(func.count()).select_from(Badge).join(Award)
    return session.exec(found.where(col(Award.learner_id) == learner_id)).one()


def list_badges(
    session: Session, learner_id: int | None, today: date, limit: int = 100
) -> list[BadgeSummary]:
    """Newest first."""
    found = _badges(learner_id).order_by(*_ORDERS[Order.NEWEST]).limit(limit)
    return [_badge(badge, award, what, today) for badge, award, what in session.exec(found)]


def find_badge(
    session: Session, learner_id: int | None, reference: str, today: date
) -> BadgeSummary | None:
    row = session.exec(_badges(learner_id).where(col(Badge.reference) == reference)).first()
    return _badge(*row, today) if row else None


def _badges(learner_id: int | None) -> Select[Badge, Award, Qualification]:
    return (
        select(Badge, Award, Qualification)
        .join(Award, col(Award.id) == Badge.award_id)
        .join(Qualification, _of_award)
        .where(col(Award.learner_id) == learner_id)
    )


_Replacement = aliased(Award)
_of_award = col(Qualification.id) == Award.qualification_id
_ORDERS: dict[Order, tuple[Any, ...]] = {
    Order.NEWEST: (col(Award.award_date).desc(), col(Award.id).desc()),
    Order.OLDEST: (col(Award.award_date), col(Award.id)),
    Order.TITLE: (func.lower(Qualification.title), col(Award.id)),
}


def _awards() -> Select[Award, Qualification, str]:
    return (
        select(Award, Qualification, _Replacement.reference)
        .join(Qualification, _of_award)
        .outerjoin(_Replacement, col(_Replacement.id) == Award.superseded_by_id)
    )


def _matching(learner_id: int | None, search: str) -> list[ColumnElement[bool]]:
    """Every word of the search somewhere in the title or the reference."""
    titles, references = col(Qualification.title), col(Award.reference)
    words = search.split()[:10]
    found = [
        or_(
            titles.icontains(word, autoescape=True),
            references.icontains(word, autoescape=True),
        )
        for word in words
    ]
    return [col(Award.learner_id) == learner_id, *found]


def _summaries(
    session: Session,
    found: Select[Award, Qualification, str],
    today: date,
) -> list[AwardSummary]:
    rows = list(session.exec(found))
    papers = _first_papers(session, [award.id for award, _, _ in rows])
    return [
        _award(award, qualification, replaced_by, papers.get(award.id or 0), today)
        for award, qualification, replaced_by in rows
    ]


def _first_papers(session: Session, award_ids: Iterable[int | None]) -> dict[int, Document]:
    found = select(Document).where(col(Document.award_id).in_(list(award_ids)))
    first: dict[int, Document] = {}
    for document in sorted(session.exec(found), key=in_order):
        first.setdefault(document.award_id, document)
    return first


def _award(
    award: Award,
    qualification: Qualification,
    replaced_by: str | None,
    paper: Document | None,
    today: date,
) -> AwardSummary:
    return AwardSummary(
        reference=award.reference,
        awarded_name=award.awarded_name,
        qualification=qualification.title,
        award_date=award.award_date,
        expiry_date=award.expiry_date,
        standing=standing_of(award, today),
        replaced_by=replaced_by or "",
        has_documents=paper is not None,
        downloads_left=paper.downloads_left if paper else 0,
        download_limit=paper.download_limit if paper else 0,
    )


def _badge(badge: Badge, award: Award, qualification: Qualification, today: date) -> BadgeSummary:
    return BadgeSummary(
        reference=badge.reference,
        name=qualification.badge_name or qualification.title,
        level=qualification.level,
        issued_to=award.awarded_name,
        award_reference=award.reference,
        award_date=award.award_date,
        expiry_date=award.expiry_date,
        standing=standing_of(award, today),
    )
