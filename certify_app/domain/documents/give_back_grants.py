"""Transfers that failed are not the learner's fault: what they used up is given back.

A grant is given back once its token has ended and no answer to it went out whole.
So that breaking transfers off on purpose gains nothing, this is done at most
GIVEN_BACK times a document and kind; after that the learner asks for more.
"""

from __future__ import annotations

from sqlalchemy import func
from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.documents.count_use import lower_count
from certify_app.domain.documents.models import Grant

GIVEN_BACK = 3
AT_ONCE = 500


def give_back_grants(session: Session) -> int:
    """Give back what was never delivered; returns how many. Run every few minutes."""
    undelivered = (
        select(Grant)
        .where(
            col(Grant.delivered_at).is_(None),
            col(Grant.given_back_at).is_(None),
            col(Grant.kept_at).is_(None),
            col(Grant.expires_at) <= now(),
        )
        .order_by(col(Grant.id))
        .limit(AT_ONCE)
    )
    return sum(_give_back(session, grant) for grant in session.exec(undelivered).all())


def _give_back(session: Session, grant: Grant) -> bool:
    """One conditional UPDATE decides, so two workers never give the same one back."""
    if _times_given_back(session, grant) >= GIVEN_BACK:
        _settle(session, grant, kept_at=now())
        return False
    if not _settle(session, grant, given_back_at=now()):
        return False
    lower_count(session, grant.document_id, grant.kind)
    return True


def _settle(session: Session, grant: Grant, **values: object) -> bool:
    settled = session.exec(
        update(Grant)
        .where(
            col(Grant.id) == grant.id,
            col(Grant.delivered_at).is_(None),
            col(Grant.given_back_at).is_(None),
            col(Grant.kept_at).is_(None),
        )
        .values(**values)
    )
    return settled.rowcount == 1


def _times_given_back(session: Session, grant: Grant) -> int:
    return session.exec(
        select(func.count())
        .select_from(Grant)
        .where(
            col(Grant.document_id) == grant.document_id,
            col(Grant.kind) == grant.kind,
            col(Grant.given_back_at).is_not(None),
        )
    ).one()
