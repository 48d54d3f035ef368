"""Staff lock an account, and unlock it."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.accounts.errors import NoSuchAccount
from certify_app.domain.accounts.log_in import normal_name
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.queries import account_to_log_in
from certify_app.domain.accounts.sessions import end_sessions
from certify_app.domain.accounts.wrong_passwords import (
    address_key,
    code_key,
    forget_wrong_passwords,
)
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.second_step.half_logins import end_half_logins


def lock_account(
    session: Session, name: str, reason: str = "", actor_id: int | None = None
) -> Account:
    """By email or user name. Ends its login sessions and tells its owner.

    Raises:
        NoSuchAccount
    """
    account = _find(session, name)
    assert account.id
    if account.locked_at:
        return account
    account.locked_at = now()
    account.lock_reason = reason[:500]
    end_sessions(session, account.id)
    end_half_logins(session, account.id)
    record_act(session, "account_locked", "account", account.id, actor_id)
    send_mail(
        session,
        "account_locked",
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        by_staff=True,
    )
    return account


def unlock_account(session: Session, name: str, actor_id: int | None = None) -> Account:
    """Lifts either lock, that of staff and that of wrong passwords.

    Raises:
        NoSuchAccount
    """
    account = _find(session, name)
    assert account.id
    account.locked_at = None
    account.lock_reason = ""
    forget_wrong_passwords(session, address_key(account.email), code_key(account.id))
    record_act(session, "account_unlocked", "account", account.id, actor_id)
    return account


def _find(session: Session, name: str) -> Account:
    account = account_to_log_in(session, normal_name(name))
    if account is None:
        raise NoSuchAccount
    return account
