"""Staff grant or refuse what a learner at the limit asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.models import Account
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.documents.errors import BadGrant, NoSuchRequest
from certify_app.domain.documents.models import Document, GrantKind, MoreRequest

MOST = 100
LIMITS = {
    GrantKind.DOWNLOAD: Document.download_limit,
    GrantKind.PRINT: Document.print_limit,
}


@dataclass(frozen=True)
class WaitingRequest:
    id: int
    name: str
    email: str
    reference: str
    kind: GrantKind
    created_at: datetime


def list_more_requests(session: Session) -> list[WaitingRequest]:
    """Those not yet answered, oldest first."""
    rows = session.exec(
        select(MoreRequest, Account, Document.reference)
        .join(Account, col(Account.id) == MoreRequest.account_id)
        .join(Document, col(Document.id) == MoreRequest.document_id)
        .where(col(MoreRequest.answered_at).is_(None))
        .order_by(col(MoreRequest.id))
    )
    return [_waiting(*row) for row in rows]


def answer_more_request(
    session: Session, request_id: int, granted: int, actor_id: int | None = None
) -> None:
    """Raise the document's limit by `granted`; none refuses. Answered once.

    Raises:
        NoSuchRequest: none waits under this id.
        BadGrant: less than 0, or more than 100.
    """
    if not 0 <= granted <= MOST:
        raise BadGrant(most=MOST)
    request = _take(session, request_id, granted)
    limit = LIMITS[request.kind]
    session.exec(
        update(Document)
        .where(col(Document.id) == request.document_id)
        .values({limit: limit + granted})
        .execution_options(synchronize_session=False)
    )
    act = "more_granted" if granted else "more_refused"
    record_act(session, act, "document", request.document_id, actor_id)


def _take(session: Session, request_id: int, granted: int) -> MoreRequest:
    taken = session.exec(
        update(MoreRequest)
        .where(col(MoreRequest.id) == request_id, col(MoreRequest.answered_at).is_(None))
        .values(answered_at=now(), granted=granted)
        .execution_options(synchronize_session=False)
    )
    if taken.rowcount != 1:
        raise NoSuchRequest(number=request_id)
    return session.get_one(MoreRequest, request_id, populate_existing=True)


def _waiting(request: MoreRequest, account: Account, reference: str) -> WaitingRequest:
    assert request.id
    name = f"{account.first_name} {account.last_name}".strip()
    return WaitingRequest(
        request.id, name, account.email, reference, request.kind, request.created_at
    )
