"""Logging in with an email or user name and a password (guide 2.3)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sqlmodel import Session

from certify_app.db.engine import write
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.enter import Entered, enter, refuse_if_locked
from certify_app.domain.accounts.errors import (
    EmailMissing,
    LockedByWrongPasswords,
    PasswordMissing,
    WrongCredentials,
)
from certify_app.domain.accounts.hashing import matches_aside
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.queries import account_to_log_in
from certify_app.domain.accounts.wrong_passwords import (
    address_key,
    count_try,
    forget_wrong_passwords,
    lock_if_last_try,
)
from certify_app.domain.emails import normal_email
from certify_app.domain.errors import DomainError
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.sign_ins.models import SignInWay
from certify_app.domain.sign_ins.record_sign_in import record_sign_in

LONGEST_NAME = 254


@dataclass(frozen=True)
class Try:
    """A login whose password has not been looked at; `account_id` None for nobody's."""

    key: str
    account_id: int | None
    password_hash: str | None


async def log_in(name: str, password: str, device: Device, further: str = "") -> Entered:
    """Takes the same time for known and unknown names; bcrypt runs in no transaction.

    Raises:
        EmailMissing, PasswordMissing
        LockedByWrongPasswords, LockedByWrongCodes, LockedByStaff, WrongCredentials
        TooBusy
    """
    if not name.strip():
        raise EmailMissing
    if not password:
        raise PasswordMissing
    attempt = await write(start_try, name)
    if await matches_aside(password, attempt.password_hash) and attempt.account_id:
        return await write(let_in, attempt, attempt.account_id, device, further)
    if await write(turn_away, attempt, device):
        raise LockedByWrongPasswords
    raise WrongCredentials


def start_try(session: Session, name: str) -> Try:
    """Count it, before its password is looked at.

    Raises:
        LockedByWrongPasswords
    """
    typed = normal_name(name)
    account = account_to_log_in(session, typed) if typed else None
    key = address_key(account.email if account else typed)
    count_try(session, key)
    if account is None:
        return Try(key, None, None)
    return Try(key, account.id, account.password_hash)


def let_in(
    session: Session, attempt: Try, account_id: int, device: Device, further: str = ""
) -> Entered:
    """Raises LockedByStaff, to nobody but who knows the password, and LockedByWrongCodes."""
    account = session.get(Account, account_id)
    if account is None:
        raise WrongCredentials
    refuse_if_locked(session, account)
    forget_wrong_passwords(session, attempt.key)
    return enter(session, account, device, SignInWay.PASSWORD, further)


def turn_away(session: Session, attempt: Try, device: Device | None = None) -> bool:
    """After a wrong password; True if it was the last, and the address is now locked.

    `device` is where somebody tried to log in.
    """
    if attempt.account_id and device:
        record_sign_in(session, attempt.account_id, SignInWay.PASSWORD, device, succeeded=False)
    if not lock_if_last_try(session, attempt.key):
        return False
    account = session.get(Account, attempt.account_id) if attempt.account_id else None
    if account:
        send_mail(
            session,
            "account_locked",
            account.email,
            account_id=account.id,
            language=account.language,
            first_name=account.first_name,
        )
    return True


def normal_name(typed: str) -> str:
    """An email in its normal form, else a user name in lower case; "" for neither."""
    try:
        return normal_email(typed[: LONGEST_NAME + 50])
    except DomainError:
        name = unicodedata.normalize("NFKC", typed[:1000]).strip().casefold()
    unseen = any(unicodedata.category(c)[0] == "C" for c in name)
    return "" if unseen or len(name) > LONGEST_NAME else name
