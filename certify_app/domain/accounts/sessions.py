"""Being logged in: a row per browser, found by the token in its cookie.

Checked at every event and route, so ending one takes effect on the next click.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.models import Account, LoginSession, Role, StaffRole
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


def open_session(session: Session, account_id: int, address: str = "", browser: str = "") -> str:
    """Log an account in; returns the new token, which is kept only as its hash."""
    rules = awarding_body(session)
    token = new_token()
    session.add(
        LoginSession(
            token_hash=token_hash(token),
            account_id=account_id,
            expires_at=now() + timedelta(hours=rules.session_hours),
            address=address[:64],
            browser=browser[:200],
        )
    )
    return token


def who_is(session: Session, token: str) -> tuple[Who, LoginSession] | None:
    """Who holds this token, if its session runs and its account is not locked."""
    row = session.exec(
        select(LoginSession, Account, Learner.id)
        .join(Account, col(Account.id) == LoginSession.account_id)
        .join(Learner, col(Learner.account_id) == Account.id, isouter=True)
        .where(LoginSession.token_hash == token_hash(token))
    ).first()
    if row is None:
        return None
    login, account, learner_id = row
    idle = timedelta(minutes=awarding_body(session).session_idle_minutes)
    over = login.ended_at or login.expires_at <= now() or login.seen_at + idle <= now()
    if over or account.locked_at:
        return None
    return _who(account, login, learner_id), login


def _who(account: Account, login: LoginSession, learner_id: int | None) -> Who:
    assert account.id
    assert login.id
    return Who(
        account_id=account.id,
        session_id=login.id,
        role=account.role,
        staff_role=account.staff_role,
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        language=account.language,
        learner_id=learner_id,
    )


def is_stale(login: LoginSession) -> bool:
    """Whether `mark_seen` is due; it writes at most once a minute."""
    return login.seen_at + SEEN_EVERY <= now()


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
