"""What the page behind an invitation says: who asks, what is offered, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.connections.invitations import invited_to
from certify_app.domain.connections.models import ShareLevel
from certify_app.domain.connections.shelf import Group, shared_by


@dataclass(frozen=True)
class Invited:
    """`knows_us` tells whether the invited email has an account."""

    learner: str
    body: str
    name: str
    email: str
    purpose: str
    expires_at: datetime
    offered: list[Group]
    brief: bool
    knows_us: bool


def look_at_invitation(session: Session, token: str) -> Invited:
    """
    Raises:
        Why the link does not work; see `invited_to`.
    """
    connection = invited_to(session, token)
    learner = session.get_one(Account, connection.learner_account_id)
    assert connection.id
    return Invited(
        learner=f"{learner.first_name} {learner.last_name}".strip(),
        body=awarding_body(session).name,
        name=connection.third_party_name,
        email=connection.third_party_email,
        purpose=connection.purpose,
        expires_at=connection.expires_at,
        offered=shared_by(session, connection.id),
        brief=connection.level is ShareLevel.BRIEF,
        knows_us=account_with_email(session, connection.third_party_email) is not None,
    )


def invited_email(session: Session, token: str) -> str:
    """Where the link was sent; raises as `invited_to` does."""
    return invited_to(session, token).third_party_email
