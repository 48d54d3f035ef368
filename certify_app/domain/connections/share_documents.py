"""What a connection shows (guide 6.2.2 and 6.3.1), and how much of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.passwords import hash_password
from certify_app.domain.awards.models import Award
from certify_app.domain.badges.models import Badge
from certify_app.domain.connections.errors import (
    BadPin,
    ChosenAlready,
    NotChangeable,
    NotYoursToShare,
)
from certify_app.domain.connections.models import (
    Connection,
    ConnectionAct,
    PinPass,
    SharedBadge,
    SharedDocument,
    ShareLevel,
)
from certify_app.domain.connections.move_connection import is_running, write_event
from certify_app.domain.connections.queries import Side, own_connection
from certify_app.domain.connections.statuses import ConnectionStatus
from certify_app.domain.documents.models import Document
from certify_app.domain.learners.models import Learner


@dataclass(frozen=True)
class Share:
    """What the learner ticked, and the terms of it.

    `pin_hash` is of `hash_pin`; None leaves the present PIN, empty takes it away.
    """

    documents: frozenset[int]
    badges: frozenset[int]
    level: ShareLevel = ShareLevel.FULL
    may_download: bool = False
    purpose: str = ""
    pin_hash: str | None = None


def hash_pin(typed: str) -> str:
    """About 0.2 s of CPU: before the transaction, never in it.

    Raises:
        BadPin: other than 4 to 8 digits.
    """
    if not (typed.isascii() and typed.isdigit() and 4 <= len(typed) <= 8):
        raise BadPin
    return hash_password(typed)


def share_documents(
    session: Session, account_id: int, connection_id: int, share: Share
) -> Connection:
    """Share exactly these, once while the request is pending, any time once accepted.

    Raises:
        NoSuchConnection, NotChangeable (it is over)
        ChosenAlready: a second choice before the request was accepted.
        NotYoursToShare: one of them is not the learner's.
    """
    connection = own_connection(session, account_id, connection_id, Side.LEARNER)
    _check_own(session, account_id, share)
    _take_turn(session, connection, share)
    _replace(session, connection_id, share)
    if share.pin_hash is not None:
        session.exec(delete(PinPass).where(col(PinPass.connection_id) == connection_id))
    note = f"{len(share.documents) + len(share.badges)}"
    write_event(session, connection, ConnectionAct.SHARED, account_id, note)
    return connection


def _take_turn(session: Session, connection: Connection, share: Share) -> None:
    unchosen = (col(Connection.status) == ConnectionStatus.ACTIVE) | (col(Connection.chosen) == 0)
    terms: dict[str, object] = {
        "level": share.level,
        "may_download": share.may_download and share.level is ShareLevel.FULL,
        "purpose": share.purpose.strip()[:300],
        "chosen": Connection.chosen + 1,
    }
    if share.pin_hash is not None:
        terms["pin_hash"] = share.pin_hash or None
    taken = session.exec(
        update(Connection)
        .where(col(Connection.id) == connection.id, is_running(), unchosen)
        .values(terms)
        .execution_options(synchronize_session=False)
    )
    if taken.rowcount == 1:
        return session.refresh(connection)
    if connection.status == ConnectionStatus.PENDING and connection.chosen:
        raise ChosenAlready(name=connection.third_party_name)
    raise NotChangeable


def _check_own(session: Session, account_id: int, share: Share) -> None:
    for table, wanted in ((Document, share.documents), (Badge, share.badges)):
        if not set(wanted) <= _own(session, account_id, table, wanted):
            raise NotYoursToShare


def _own(
    session: Session, account_id: int, table: type[Document] | type[Badge], wanted: Collection[int]
) -> set[int | None]:
    own = (
        select(table.id)
        .join(Award, col(Award.id) == table.award_id)
        .join(Learner, col(Learner.id) == Award.learner_id)
        .where(Learner.account_id == account_id, col(table.id).in_(wanted))
    )
    return set(session.exec(own))


def _replace(session: Session, connection_id: int, share: Share) -> None:
    for table in (SharedDocument, SharedBadge):
        session.exec(delete(table).where(col(table.connection_id) == connection_id))
    session.add_all(
        SharedDocument(connection_id=connection_id, document_id=one) for one in share.documents
    )
    session.add_all(SharedBadge(connection_id=connection_id, badge_id=one) for one in share.badges)
