"""Let a learner print chosen pages: one print is counted a job, whatever its pages."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.documents.count_use import raise_count
from certify_app.domain.documents.hand_out_grant import Granted, hand_out_grant
from certify_app.domain.documents.models import GrantKind


def grant_print(
    session: Session,
    learner_id: int | None,
    account_id: int,
    reference: str,
    pages: str,
    address: str,
) -> Granted:
    """One print of the pages, which the caller has checked against the document.

    Raises:
        NoSuchDocument, Withdrawn, NoPrintsLeft: and nothing is counted.
    """
    paper = raise_count(session, learner_id, reference, GrantKind.PRINT)
    return hand_out_grant(session, paper, account_id, GrantKind.PRINT, address, pages)
