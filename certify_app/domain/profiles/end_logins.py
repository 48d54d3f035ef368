"""Log out one browser, or all of them."""

from __future__ import annotations

from sqlmodel import Session, col, update

from certify_app.domain.accounts.models import LoginSession
from certify_app.domain.accounts.sessions import end_sessions
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now


def end_login(session: Session, account_id: int, session_id: int) -> bool:
    """One of the account's own; False for any other."""
    ended = session.exec(
        update(LoginSession)
        .where(
            col(LoginSession.id) == session_id,
            col(LoginSession.account_id) == account_id,
            col(LoginSession.ended_at).is_(None),
        )
        .values(ended_at=now())
    )
    if ended.rowcount != 1:
        return False
    record_act(session, "login_ended", "account", account_id, account_id)
    return True


def end_all_logins(session: Session, account_id: int) -> None:
    """This browser's too."""
    end_sessions(session, account_id)
    record_act(session, "logins_ended", "account", account_id, account_id)
