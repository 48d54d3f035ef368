"""The token of a counted download or print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from certify_app.domain.clock import now
from certify_app.domain.documents.models import EventKind, Grant, GrantKind
from certify_app.domain.documents.queries import Paper
from certify_app.domain.documents.record_event import record_event
from certify_app.domain.tokens import new_token, token_hash

RUNS_FOR = timedelta(minutes=10)
"""Within this a broken transfer is taken up again by the same token, uncounted."""


@dataclass(frozen=True)
class Granted:
    """The token is told once; the document is as it stands after counting."""

    token: str
    paper: Paper


def hand_out_grant(
    session: Session,
    paper: Paper,
    account_id: int,
    kind: GrantKind,
    address: str,
    pages: str = "",
) -> Granted:
    """For a use that was counted in the same transaction."""
    token = new_token()
    session.add(
        Grant(
            token_hash=token_hash(token),
            document_id=paper.id,
            account_id=account_id,
            kind=kind,
            pages=pages,
            expires_at=now() + RUNS_FOR,
        )
    )
    record_event(session, paper.id, account_id, EventKind(kind.value), address, pages)
    return Granted(token, paper)
