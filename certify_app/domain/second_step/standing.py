"""How an account's two-step login stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from certify_app.domain.accounts.errors import NoSuchAccount
from certify_app.domain.accounts.log_in import normal_name
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.queries import account_to_log_in
from certify_app.domain.second_step.recovery_codes import codes_left


@dataclass(frozen=True)
class SecondStep:
    """`on_since` is None where it is off."""

    on_since: datetime | None
    codes_left: int


def second_step(session: Session, account_id: int) -> SecondStep:
    account = session.get_one(Account, account_id)
    return SecondStep(account.second_step_at, codes_left(session, account_id))


def has_second_step(session: Session, name: str) -> bool:
    """By email or user name.

    Raises:
        NoSuchAccount
    """
    account = account_to_log_in(session, normal_name(name))
    if account is None:
        raise NoSuchAccount
    return account.second_step_at is not None
