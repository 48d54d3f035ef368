"""A grant whose file went out."""

from __future__ import annotations

from sqlmodel import Session, col, update

from certify_app.domain.clock import now
from certify_app.domain.documents.models import Grant


def mark_delivered(session: Session, grant_id: int) -> None:
    """The first delivery counts; fetching again within the token's time changes nothing."""
    session.exec(
        update(Grant)
        .where(col(Grant.id) == grant_id, col(Grant.delivered_at).is_(None))
        .values(delivered_at=now())
    )
