"""The link by which a third party answers a request: read by a GET, used by a button."""

from __future__ import annotations

from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.connections.errors import (
    InvitationAnswered,
    InvitationCalledOff,
    InvitationEnded,
    InvitationReplaced,
    InvitationUnknown,
)
from certify_app.domain.connections.models import Connection, Invitation
from certify_app.domain.connections.move_connection import status_now
from certify_app.domain.connections.statuses import ConnectionStatus
from certify_app.domain.errors import DomainError
from certify_app.domain.tokens import new_token, token_hash

WHY_NOT: dict[ConnectionStatus, type[DomainError]] = {
    ConnectionStatus.ACTIVE: InvitationAnswered,
    ConnectionStatus.REJECTED: InvitationAnswered,
    ConnectionStatus.CANCELLED: InvitationCalledOff,
    ConnectionStatus.EXPIRED: InvitationEnded,
}


def new_invitation(session: Session, connection: Connection) -> str:
    """A token for the mail; earlier ones of this connection stop working."""
    assert connection.id
    session.exec(
        update(Invitation)
        .where(
            col(Invitation.connection_id) == connection.id,
            col(Invitation.superseded_at).is_(None),
        )
        .values(superseded_at=now())
    )
    token = new_token()
    session.add(Invitation(connection_id=connection.id, token_hash=token_hash(token)))
    return token


def invited_to(session: Session, token: str) -> Connection:
    """The pending connection that a token asks about, without using it.

    Raises:
        InvitationUnknown, InvitationReplaced
        InvitationAnswered, InvitationCalledOff, InvitationEnded
    """
    invitation = _invitation(session, token)
    if invitation is None:
        raise InvitationUnknown
    connection = session.get_one(Connection, invitation.connection_id)
    if why_not := WHY_NOT.get(status_now(connection)):
        raise why_not
    if invitation.superseded_at:
        raise InvitationReplaced
    return connection


def _invitation(session: Session, token: str) -> Invitation | None:
    if not token.isascii():
        return None
    its_own = Invitation.token_hash == token_hash(token)
    return session.exec(select(Invitation).where(its_own)).first()
