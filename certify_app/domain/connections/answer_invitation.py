"""The button behind the link of a request mail: accept or reject."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.accounts.queries import verified_emails
from certify_app.domain.clock import now
from certify_app.domain.connections.answer_connection import answer_connection
from certify_app.domain.connections.errors import InvitationAnswered, NotYourInvitation
from certify_app.domain.connections.invitations import invited_to
from certify_app.domain.connections.models import Connection, ConnectionAct
from certify_app.domain.connections.move_connection import move_connection
from certify_app.domain.connections.queries import Side
from certify_app.domain.connections.statuses import ConnectionStatus
from certify_app.domain.connections.tell import tell_answer


def accept_invitation(session: Session, account_id: int, token: str) -> Connection:
    """By the account of the email that was invited, and by no other.

    Raises:
        NotYourInvitation, NotAnswerable, and why a link does not work.
    """
    connection = invited_to(session, token)
    invited = connection.third_party_email in verified_emails(session, account_id)
    if connection.third_party_account_id is None and invited:
        connection.third_party_account_id = account_id
        session.flush()
    if connection.third_party_account_id != account_id:
        raise NotYourInvitation
    assert connection.id
    return answer_connection(session, account_id, connection.id, Side.THIRD_PARTY, True)


def reject_invitation(session: Session, token: str) -> Connection:
    """Without an account: who holds the token reads the mailbox that was asked.

    Raises:
        InvitationAnswered, and why a link does not work.
    """
    connection = invited_to(session, token)
    changes = {"answered_at": now(), "before_expiry": ConnectionStatus.REJECTED}
    if not move_connection(
        session,
        connection,
        ConnectionStatus.REJECTED,
        ConnectionAct.REJECTED,
        connection.third_party_account_id,
        **changes,
    ):
        raise InvitationAnswered
    tell_answer(session, connection, Side.THIRD_PARTY, False)
    return connection
