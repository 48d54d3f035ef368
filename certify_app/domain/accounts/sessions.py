"""Being logged in: a row per browser, found by the token in its cookie.

Checked at every event and route, so ending one takes effect on the next click.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.models import Account, LoginSession, Role, StaffRole
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.learners.models import Learner
from certify_app.domain.tokens import new_token, token_hash

SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Who:
    """The one who acts: an account in one login session."""

    account_id: int
    session_id: int
    role: Role
    staff_role: StaffRole | None
    email: str
    first_name: str
    last_name: str
    language: str
    learner_id: int | None
    second_step_at: datetime | None = None


def open_session(
    session: Session,
    account_id: int,
    address: str = "",
    browser: str = "",
    confirmed_at: datetime | None = None,
) -> str:
    """Log an account in; returns the new token, which is kept only as its hash.

    `confirmed_at`: when its owner gave the password or a passkey.
    """
    rules = awarding_body(session)
    token = new_token()
    session.add(
        LoginSession(
            token_hash=token_hash(token),
            account_id=account_id,
            expires_at=now() + timedelta(hours=rules.session_hours),
            address=address[:64],
            browser=browser[:200],
            password_confirmed_at=confirmed_at,
        )
    )
    return token


def who_is(session: Session, token: str) -> tuple[Who, datetime] | None:
    """Who holds this token and when they were last seen; None once it has ended.

    Asked at every event: one SELECT by index, on the connection, since plain columns
    need none of the session's work.
    """
    row = session.connection().execute(_WHO, {"token_hash": token_hash(token)}).first()
    if row is None:
        return None
    seen_at, expires_at, idle_minutes, *known = row
    idle = timedelta(minutes=idle_minutes or AwardingBody().session_idle_minutes)
    if expires_at <= now() or seen_at + idle <= now():
        return None
    return Who(*known), seen_at


_WHO = (
    select(  # type: ignore[call-overload]
        col(LoginSession.seen_at),
        col(LoginSession.expires_at),
        col(AwardingBody.session_idle_minutes),
        col(Account.id),
        col(LoginSession.id),
        col(Account.role),
        col(Account.staff_role),
        col(Account.email),
        col(Account.first_name),
        col(Account.last_name),
        col(Account.language),
        col(Learner.id),
        col(Account.second_step_at),
    )
    .join(Account, col(Account.id) == LoginSession.account_id)
    .outerjoin(Learner, col(Learner.account_id) == Account.id)
    .outerjoin(AwardingBody, col(AwardingBody.id) == 1)
    .where(
        col(LoginSession.token_hash) == bindparam("token_hash"),
        col(LoginSession.ended_at).is_(None),
        col(Account.locked_at).is_(None),
    )
)


def is_stale(seen_at: datetime) -> bool:
    """Whether `mark_seen` is due; it writes at most once a minute."""
    return seen_at + SEEN_EVERY <= now()


def mark_seen(session: Session, session_id: int) -> None:
    session.exec(
        update(LoginSession).where(col(LoginSession.id) == session_id).values(seen_at=now())
    )


def end_session(session: Session, session_id: int) -> None:
    """Log one browser out."""
    _end(session, col(LoginSession.id) == session_id)


def end_sessions(session: Session, account_id: int, but: int | None = None) -> None:
    """Log an account out everywhere, except in the session `but`."""
    mine = col(LoginSession.account_id) == account_id
    _end(session, mine if but is None else mine & (col(LoginSession.id) != but))


def _end(session: Session, which: object) -> None:
    session.exec(
        update(LoginSession)
        .where(which, col(LoginSession.ended_at).is_(None))  # type: ignore[arg-type]
        .values(ended_at=now())
    )
