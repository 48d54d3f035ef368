"""Jane's connections in the demo: one ends soon, one waits, one is over, one asks for more."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, select

from certify_app.domain.accounts.models import Account
from certify_app.domain.awards.models import Award
from certify_app.domain.badges.models import Badge
from certify_app.domain.clock import now
from certify_app.domain.connections.extend_connection import wish_extension
from certify_app.domain.connections.models import (
    Connection,
    ConnectionAct,
    ConnectionEvent,
    SharedBadge,
    SharedDocument,
)
from certify_app.domain.connections.request_connection import Wanted, request_connection
from certify_app.domain.connections.search_opt_in import set_search_opt_in
from certify_app.domain.connections.share_documents import Share, share_documents
from certify_app.domain.connections.share_end import day_of, end_of
from certify_app.domain.connections.statuses import ConnectionStatus, InitiatedBy
from certify_app.domain.documents.kinds import in_order
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import Learner
from certify_app.domain.third_parties.approve_search import approve_search
from certify_app.domain.third_parties.models import ThirdParty

JANE, TRACY = "jane.smith@example.org", "tracy.lyon@example.org"
ORGANISATION = "Northfield Engineering"


def share_with_others(session: Session) -> None:
    """Tracy sees two documents and a badge for five days, may search, and wishes for more time."""
    jane, tracy = _account(session, JANE), _account(session, TRACY)
    assert tracy.id
    session.add(ThirdParty(account_id=tracy.id, organisation=ORGANISATION))
    session.flush()
    approve_search(session, TRACY)
    _opt_in(session, jane)
    _ends_soon(session, jane, tracy)
    _waits(session, jane)
    _is_over(session, jane)


def _ends_soon(session: Session, jane: Account, tracy: Account) -> None:
    papers, badges = _papers(session, jane), _badges(session, jane)
    connection = _past(session, jane, "Tracy Lyon", TRACY, ends_in=5)
    connection.third_party_account_id, connection.may_download = tracy.id, True
    connection.purpose = "My application as a production engineer"
    session.flush()
    assert connection.id
    session.add(SharedDocument(connection_id=connection.id, document_id=papers[0]))
    session.add(SharedDocument(connection_id=connection.id, document_id=papers[1]))
    for badge in badges[:1]:
        session.add(SharedBadge(connection_id=connection.id, badge_id=badge))
    shared = len(papers[:2]) + len(badges[:1])
    _tell(session, connection, ConnectionAct.SHARED, jane, 20, note=str(shared))
    _tell(session, connection, ConnectionAct.ACCEPTED, tracy, 19)
    _tell(session, connection, ConnectionAct.CHECKED, tracy, 2, papers[0], "valid")
    _tell(session, connection, ConnectionAct.OPENED, tracy, 1, papers[0])
    connection.opened_at = now() - timedelta(days=1)
    later = f"{day_of(connection.expires_at) + timedelta(days=30):%d/%m/%Y}"
    wish_extension(
        session, tracy.id or 0, connection.id, later, "The second interview was put off."
    )


def _waits(session: Session, jane: Account) -> None:
    until = f"{day_of(now()) + timedelta(days=60):%d/%m/%Y}"
    wanted = Wanted("Justin Clarke", "j.clarke@example.ac.uk", until, "My place on the course")
    connection = request_connection(session, jane.id or 0, wanted)
    one = frozenset(_papers(session, jane)[:1])
    share = Share(one, frozenset(), purpose=wanted.purpose)
    share_documents(session, jane.id or 0, connection.id or 0, share)


def _is_over(session: Session, jane: Account) -> None:
    connection = _past(session, jane, "Emmanuel Lumor", "e.lumor@example.com", ends_in=-40)
    connection.status = ConnectionStatus.EXPIRED
    connection.ended_at = connection.expires_at


def _past(session: Session, jane: Account, name: str, email: str, ends_in: int) -> Connection:
    """Accepted some time ago."""
    connection = Connection(
        learner_account_id=jane.id or 0,
        third_party_name=name,
        third_party_email=email,
        initiated_by=InitiatedBy.STUDENT,
        status=ConnectionStatus.ACTIVE,
        before_expiry=ConnectionStatus.ACTIVE,
        expires_at=end_of(day_of(now()) + timedelta(days=ends_in)),
        created_at=now() - timedelta(days=90),
        answered_at=now() - timedelta(days=89),
        chosen=1,
    )
    session.add(connection)
    session.flush()
    return connection


def _tell(
    session: Session,
    connection: Connection,
    act: ConnectionAct,
    actor: Account,
    days_ago: int,
    document_id: int | None = None,
    note: str = "",
) -> None:
    assert connection.id
    session.add(
        ConnectionEvent(
            connection_id=connection.id,
            actor_id=actor.id,
            act=act,
            document_id=document_id,
            note=note,
            at=now() - timedelta(days=days_ago, hours=2),
        )
    )
    session.flush()


def _opt_in(session: Session, jane: Account) -> None:
    learner = session.exec(select(Learner).where(Learner.account_id == jane.id)).one()
    if learner.date_of_birth:
        set_search_opt_in(session, jane.id or 0, True)


def _account(session: Session, email: str) -> Account:
    return session.exec(select(Account).where(Account.email == email)).one()


def _papers(session: Session, jane: Account) -> list[int]:
    """Of the award she has had longest: Certificate first."""
    mine = select(Document).join(Award, col(Award.id) == Document.award_id).join(Learner)
    found = session.exec(mine.where(Learner.account_id == jane.id).order_by(col(Award.award_date)))
    return [paper.id or 0 for paper in sorted(found, key=lambda p: (p.award_id, *in_order(p)))]


def _badges(session: Session, jane: Account) -> list[int]:
    mine = select(Badge.id).join(Award, col(Award.id) == Badge.award_id).join(Learner)
    found = session.exec(mine.where(Learner.account_id == jane.id).order_by(col(Badge.id)))
    return [one for one in found if one]
