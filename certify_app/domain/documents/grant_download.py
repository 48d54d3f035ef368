"""Let a learner fetch the document itself: counted here, and nowhere else."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.documents.count_use import raise_count
from certify_app.domain.documents.hand_out_grant import Granted, hand_out_grant
from certify_app.domain.documents.models import GrantKind


def grant_download(
    session: Session,
    learner_id: int | None,
    account_id: int,
    reference: str,
    address: str,
) -> Granted:
    """One download, by a token that fetches the file for a short while.

    Raises:
        NoSuchDocument, Withdrawn, NoDownloadsLeft: and nothing is counted.
    """
    paper = raise_count(session, learner_id, reference, GrantKind.DOWNLOAD)
    return hand_out_grant(session, paper, account_id, GrantKind.DOWNLOAD, address)
