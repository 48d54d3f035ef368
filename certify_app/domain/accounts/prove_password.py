"""The password asked again of somebody logged in, before what matters most.

A login by password, second step or passkey counts as having just been asked.
"""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from certify_app.db.engine import write
from certify_app.domain.accounts.errors import LockedByWrongPasswords, PasswordNotGivenAgain
from certify_app.domain.accounts.hashing import matches_aside
from certify_app.domain.accounts.log_in import Try, turn_away
from certify_app.domain.accounts.models import Account, LoginSession
from certify_app.domain.accounts.wrong_passwords import (
    address_key,
    count_try,
    forget_wrong_passwords,
)
from certify_app.domain.clock import now
from certify_app.domain.profiles.errors import CurrentPasswordMissing, WrongCurrentPassword

LASTS = timedelta(minutes=15)


async def prove_password(account_id: int, typed: str) -> None:
    """Counted with those of the login.

    Raises:
        CurrentPasswordMissing, WrongCurrentPassword, LockedByWrongPasswords, TooBusy
    """
    if not typed:
        raise CurrentPasswordMissing
    attempt = await write(_start, account_id)
    if not await matches_aside(typed, attempt.password_hash):
        if await write(turn_away, attempt):
            raise LockedByWrongPasswords
        raise WrongCurrentPassword
    await write(forget_wrong_passwords, attempt.key)


async def confirm_password(account_id: int, session_id: int, typed: str) -> None:
    """Counts for this login session for `LASTS`.

    Raises:
        CurrentPasswordMissing, WrongCurrentPassword, LockedByWrongPasswords, TooBusy
    """
    await prove_password(account_id, typed)
    await write(_confirmed, session_id)


def has_confirmed(session: Session, session_id: int) -> bool:
    login = session.get(LoginSession, session_id)
    confirmed_at = login.password_confirmed_at if login else None
    return confirmed_at is not None and confirmed_at + LASTS > now()


def require_confirmed(session: Session, session_id: int) -> None:
    """First in a use case that is only for who has just given the password.

    Raises:
        PasswordNotGivenAgain
    """
    if not has_confirmed(session, session_id):
        raise PasswordNotGivenAgain


def _start(session: Session, account_id: int) -> Try:
    account = session.get_one(Account, account_id)
    key = address_key(account.email)
    count_try(session, key)
    return Try(key, account.id, account.password_hash)


def _confirmed(session: Session, session_id: int) -> None:
    session.get_one(LoginSession, session_id).password_confirmed_at = now()
