"""Logging in with an email or user name and a password (guide 2.3)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import write
from certify_app.domain.accounts.errors import (
    EmailMissing,
    LockedByStaff,
    LockedByWrongPasswords,
    PasswordMissing,
    WrongCredentials,
)
from certify_app.domain.accounts.hashing import matches_aside
from certify_app.domain.accounts.models import Account, Role
from certify_app.domain.accounts.queries import account_to_log_in, has_used_browser
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.accounts.wrong_passwords import (
    address_key,
    count_try,
    forget_wrong_passwords,
    lock_if_last_try,
)
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.clock import now
from certify_app.domain.emails import normal_email
from certify_app.domain.errors import DomainError
from certify_app.domain.messages.send_mail import send_mail

LONGEST_NAME = 254


@dataclass(frozen=True)
class Device:
    """Where somebody logs in from: network address and browser, as they say it."""

    address: str = ""
    browser: str = ""


@dataclass(frozen=True)
class Try:
    """A login whose password has not been looked at; `account_id` None for nobody's."""

    key: str
    account_id: int | None
    password_hash: str | None


@dataclass(frozen=True)
class LoggedIn:
    """`token` goes into the cookie and nowhere else."""

    token: str
    account_id: int
    role: Role


async def log_in(name: str, password: str, device: Device) -> LoggedIn:
    """Takes the same time for known and unknown names; bcrypt runs in no transaction.

    Raises:
        EmailMissing, PasswordMissing
        LockedByWrongPasswords, LockedByStaff, WrongCredentials
        TooBusy
    """
    if not name.strip():
        raise EmailMissing
    if not password:
        raise PasswordMissing
    attempt = await write(start_try, name)
    if await matches_aside(password, attempt.password_hash) and attempt.account_id:
        return await write(let_in, attempt, attempt.account_id, device)
    if await write(turn_away, attempt):
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


def let_in(session: Session, attempt: Try, account_id: int, device: Device) -> LoggedIn:
    """Raises LockedByStaff, to nobody but who knows the password."""
    account = session.get(Account, account_id)
    if account is None:
        raise WrongCredentials
    if account.locked_at:
        body = awarding_body(session).name
        raise LockedByStaff(body=body, mailbox=settings().reports_email)
    forget_wrong_passwords(session, attempt.key)
    if not has_used_browser(session, account_id, device.browser):
        _tell_of_new_browser(session, account, device)
    token = open_session(session, account_id, device.address, device.browser)
    return LoggedIn(token, account_id, account.role)


def turn_away(session: Session, attempt: Try) -> bool:
    """After a wrong password; True if it was the last, and the address is now locked."""
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


def _tell_of_new_browser(session: Session, account: Account, device: Device) -> None:
    send_mail(
        session,
        "new_sign_in",
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        at=now(),
        browser=device.browser,
        address=device.address,
    )
