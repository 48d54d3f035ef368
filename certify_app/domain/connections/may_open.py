"""What a third party may see this very second: asked anew at every click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from certify_app.domain.awards.models import Award
from certify_app.domain.badges.models import Badge
from certify_app.domain.clock import now
from certify_app.domain.connections.errors import NotForDownload, NotShared, PinMissing
from certify_app.domain.connections.models import (
    Connection,
    PinPass,
    SharedBadge,
    SharedDocument,
    ShareLevel,
)
from certify_app.domain.connections.statuses import ConnectionStatus
from certify_app.domain.documents.models import Document


@dataclass(frozen=True)
class Reader:
    """A third party in one login session."""

    account_id: int
    session_id: int


@dataclass(frozen=True)
class Opened:
    """A document that may be looked at now, by this connection."""

    connection: Connection
    document: Document
    award: Award


def may_open(session: Session, reader: Reader, reference: str) -> Opened:
    """
    Raises:
        NotShared: not with this account, not any more, or only "valid, award, date".
        PinMissing: the PIN has not been given in this login session.
    """
    row = session.exec(
        select(Connection, Document, Award)
        .join(SharedDocument, col(SharedDocument.connection_id) == Connection.id)
        .join(Document, col(Document.id) == SharedDocument.document_id)
        .join(Award, col(Award.id) == Document.award_id)
        .where(Document.reference == reference, open_to(reader.account_id))
        .where(Connection.level == ShareLevel.FULL)
    ).first()
    if row is None:
        raise NotShared
    check_pin_given(session, reader, row[0])
    return Opened(*row)


def may_download(session: Session, reader: Reader, reference: str) -> Opened:
    """
    Raises:
        NotShared, PinMissing, NotForDownload
    """
    opened = may_open(session, reader, reference)
    if not opened.connection.may_download:
        raise NotForDownload
    return opened


def may_see_badge(session: Session, reader: Reader, reference: str) -> tuple[Connection, Badge]:
    """
    Raises:
        NotShared, PinMissing
    """
    row = session.exec(
        select(Connection, Badge)
        .join(SharedBadge, col(SharedBadge.connection_id) == Connection.id)
        .join(Badge, col(Badge.id) == SharedBadge.badge_id)
        .where(Badge.reference == reference, open_to(reader.account_id))
        .where(Connection.level == ShareLevel.FULL)
    ).first()
    if row is None:
        raise NotShared
    check_pin_given(session, reader, row[0])
    return row


def open_connection(session: Session, reader: Reader, connection_id: int) -> Connection:
    """
    Raises:
        NotShared: not accepted, over, or not with this account.
        PinMissing
    """
    found = session.exec(
        select(Connection).where(Connection.id == connection_id, open_to(reader.account_id))
    ).first()
    if found is None:
        raise NotShared
    check_pin_given(session, reader, found)
    return found


def check_pin_given(session: Session, reader: Reader, connection: Connection) -> None:
    """
    Raises:
        PinMissing
    """
    if connection.pin_hash is None:
        return
    given = select(PinPass.id).where(
        PinPass.connection_id == connection.id, PinPass.session_id == reader.session_id
    )
    if session.exec(given).first() is None:
        raise PinMissing


def open_to(account_id: int) -> Any:
    """The SQL of a connection that shows something to this account now."""
    return (
        (col(Connection.third_party_account_id) == account_id)
        & (col(Connection.status) == ConnectionStatus.ACTIVE)
        & (col(Connection.expires_at) > now())
    )
