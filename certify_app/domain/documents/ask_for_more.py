"""A learner at the limit asks the awarding body for more."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.documents.errors import NoSuchDocument
from certify_app.domain.documents.models import GrantKind, MoreRequest
from certify_app.domain.documents.queries import find_paper, has_asked_for_more


def ask_for_more(
    session: Session,
    learner_id: int | None,
    account_id: int,
    reference: str,
    kind: GrantKind,
) -> bool:
    """File a request, once until it is answered; False when one waits already.

    Raises:
        NoSuchDocument: the learner has none of this reference.
    """
    paper = find_paper(session, learner_id, reference)
    if paper is None:
        raise NoSuchDocument
    if has_asked_for_more(session, account_id, paper.id, kind):
        return False
    session.add(MoreRequest(document_id=paper.id, account_id=account_id, kind=kind))
    return True
