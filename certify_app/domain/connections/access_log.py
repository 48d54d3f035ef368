"""What happened with a learner's connections, newest first, and who found them by search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from certify_app.domain.accounts.models import Account
from certify_app.domain.awards.models import Award, Qualification
from certify_app.domain.badges.models import Badge
from certify_app.domain.connections.models import (
    Connection,
    ConnectionAct,
    ConnectionEvent,
    FoundInSearch,
)
from certify_app.domain.documents.models import Document, DocumentKind
from certify_app.domain.third_parties.models import ThirdParty

LOOKED = (ConnectionAct.OPENED, ConnectionAct.DOWNLOADED, ConnectionAct.CHECKED)


@dataclass(frozen=True)
class LogLine:
    """`by_learner` is None when nobody did it: the time ran out."""

    act: ConnectionAct
    at: datetime
    third_party: str
    by_learner: bool | None
    title: str
    kind: DocumentKind | None
    note: str


@dataclass(frozen=True)
class SearchHit:
    name: str
    organisation: str
    at: datetime


def list_log(
    session: Session, account_id: int, connection_id: int | None = None, limit: int = 20
) -> list[LogLine]:
    """Of one connection of this learner, or of all."""
    which: list[Any] = [col(Connection.learner_account_id) == account_id]
    if connection_id is not None:
        which.append(col(Connection.id) == connection_id)
    award_id = func.coalesce(col(Document.award_id), col(_Badge.award_id))
    rows: Any = session.exec(
        select(ConnectionEvent, Connection, Document.kind, Qualification.title)
        .join(Connection, col(Connection.id) == ConnectionEvent.connection_id)
        .outerjoin(Document, col(Document.id) == ConnectionEvent.document_id)
        .outerjoin(_Badge, col(_Badge.id) == ConnectionEvent.badge_id)
        .outerjoin(Award, col(Award.id) == award_id)
        .outerjoin(Qualification, col(Qualification.id) == Award.qualification_id)
        .where(*which)
        .order_by(col(ConnectionEvent.id).desc())
        .limit(limit)
    )
    return [_line(*row) for row in rows]


_Badge = aliased(Badge)


def list_hits(session: Session, account_id: int, limit: int = 20) -> list[SearchHit]:
    """Third parties whose search showed this learner."""
    rows = session.exec(
        select(FoundInSearch, Account, ThirdParty.organisation)
        .join(Account, col(Account.id) == FoundInSearch.third_party_account_id)
        .outerjoin(ThirdParty, col(ThirdParty.account_id) == Account.id)
        .where(FoundInSearch.learner_account_id == account_id)
        .order_by(col(FoundInSearch.id).desc())
        .limit(limit)
    )
    return [
        SearchHit(f"{who.first_name} {who.last_name}".strip(), organisation or "", hit.at)
        for hit, who, organisation in rows
    ]


def _line(
    event: ConnectionEvent, connection: Connection, kind: DocumentKind | None, title: str | None
) -> LogLine:
    return LogLine(
        act=event.act,
        at=event.at,
        third_party=connection.third_party_name,
        by_learner=_by_learner(event, connection),
        title=title or "",
        kind=kind,
        note=event.note,
    )


def _by_learner(event: ConnectionEvent, connection: Connection) -> bool | None:
    if event.act is ConnectionAct.EXPIRED:
        return None
    return event.actor_id == connection.learner_account_id
