"""Between the password and the code: ten minutes, five tries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select, update

from certify_app.domain.accounts.wrong_passwords import code_key, is_locked
from certify_app.domain.clock import now
from certify_app.domain.second_step.errors import HalfLoginEnded, LockedByWrongCodes
from certify_app.domain.second_step.models import HalfLogin
from certify_app.domain.tokens import new_token, token_hash

LIFETIME = timedelta(minutes=10)
MOST_TRIES = 5


def open_half_login(session: Session, account_id: int, further: str = "") -> str:
    """Returns the token for the cookie, which is kept only as its hash.

    Raises:
        LockedByWrongCodes
    """
    if is_locked(session, code_key(account_id)):
        raise LockedByWrongCodes
    token = new_token()
    session.add(
        HalfLogin(
            token_hash=token_hash(token),
            account_id=account_id,
            expires_at=now() + LIFETIME,
            further=further[:500],
        )
    )
    return token


def is_half_way(session: Session, token: str) -> bool:
    there = select(HalfLogin.id).where(*_open(token))
    return bool(token) and session.exec(there).first() is not None


def whose_half_login(session: Session, token: str) -> int:
    """The account's id.

    Raises:
        HalfLoginEnded
    """
    account_id = session.exec(select(HalfLogin.account_id).where(*_open(token))).first()
    if not token or account_id is None:
        raise HalfLoginEnded
    return account_id


def count_half_login(session: Session, token: str) -> HalfLogin:
    """One more try of it, counted before its code is looked at.

    Raises:
        HalfLoginEnded
    """
    counted = session.exec(update(HalfLogin).where(*_open(token)).values(tries=HalfLogin.tries + 1))
    if not token or counted.rowcount != 1:
        raise HalfLoginEnded
    mine = select(HalfLogin).where(HalfLogin.token_hash == token_hash(token))
    return session.exec(mine.execution_options(populate_existing=True)).one()


def end_half_logins(session: Session, account_id: int) -> None:
    session.exec(
        update(HalfLogin)
        .where(col(HalfLogin.account_id) == account_id, col(HalfLogin.ended_at).is_(None))
        .values(ended_at=now())
        .execution_options(synchronize_session=False)
    )


def delete_half_logins(session: Session) -> None:
    session.execute(delete(HalfLogin).where(col(HalfLogin.expires_at) < now() - LIFETIME))


def _open(token: str) -> tuple[Any, ...]:
    return (
        col(HalfLogin.token_hash) == token_hash(token),
        col(HalfLogin.ended_at).is_(None),
        col(HalfLogin.expires_at) > now(),
        col(HalfLogin.tries) < MOST_TRIES,
    )
