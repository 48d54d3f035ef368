"""The second page of the login: a code of the app, or a recovery code."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from certify_app.db.engine import write
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.enter import LoggedIn, log_straight_in
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.queries import locked_account
from certify_app.domain.accounts.wrong_passwords import (
    code_key,
    count_try,
    forget_wrong_passwords,
    lock_if_last_try,
)
from certify_app.domain.errors import DomainError
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.rate_limits import hit
from certify_app.domain.second_step.authenticator import use_code
from certify_app.domain.second_step.errors import CodeMissing, LockedByWrongCodes
from certify_app.domain.second_step.half_logins import (
    count_half_login,
    end_half_logins,
    whose_half_login,
)
from certify_app.domain.second_step.recovery_codes import codes_left, use_recovery_code
from certify_app.domain.sign_ins.models import SignInWay
from certify_app.domain.sign_ins.record_sign_in import record_sign_in

A_DAY = 50
"""Codes tried for one account, however often its password is set anew between them."""


@dataclass(frozen=True)
class TypedCode:
    text: str = field(repr=False)
    recovery: bool = False

    @property
    def way(self) -> SignInWay:
        return SignInWay.RECOVERY_CODE if self.recovery else SignInWay.AUTHENTICATOR


async def finish_login(token: str, typed: TypedCode, device: Device) -> tuple[LoggedIn, str]:
    """Who is in now, and the page that was wanted.

    Raises:
        CodeMissing, CodeIsWrong, CodeIsUsed, RecoveryCodeIsWrong
        HalfLoginEnded, LockedByWrongCodes, LockedByStaff, TooManyTries, SecretChanged
    """
    if not typed.text.strip():
        raise CodeMissing
    done = await write(_try, token, typed, device)
    if isinstance(done, DomainError):
        raise done
    return done


def _try(
    session: Session, token: str, typed: TypedCode, device: Device
) -> tuple[LoggedIn, str] | DomainError:
    """What is wrong with a code is returned, so that its counts are kept."""
    account = locked_account(session, whose_half_login(session, token))
    half = count_half_login(session, token)
    problem = try_code(session, account, typed)
    if problem:
        record_sign_in(session, half.account_id, typed.way, device, succeeded=False)
        return problem
    end_half_logins(session, half.account_id)
    return log_straight_in(session, account, device, typed.way), half.further


def try_code(session: Session, account: Account, typed: TypedCode) -> DomainError | None:
    """Counted first. None if it is right: it is used up.

    Raises:
        LockedByWrongCodes, TooManyTries, SecretChanged
    """
    assert account.id
    key = code_key(account.id)
    hit(session, f"second-step:{account.id}", A_DAY, timedelta(days=1))
    count_try(session, key, LockedByWrongCodes)
    use = use_recovery_code if typed.recovery else use_code
    try:
        use(session, account.id, typed.text)
    except DomainError as problem:
        return _turned_away(session, account, problem)
    forget_wrong_passwords(session, key)
    if typed.recovery:
        _tell(session, account, "recovery_code_used", left=codes_left(session, account.id))
    return None


def _turned_away(session: Session, account: Account, problem: DomainError) -> DomainError:
    assert account.id
    if not lock_if_last_try(session, code_key(account.id)):
        return problem
    end_half_logins(session, account.id)
    _tell(session, account, "account_locked", by_code=True)
    return LockedByWrongCodes()


def _tell(session: Session, account: Account, kind: str, **params: Any) -> None:
    send_mail(
        session,
        kind,
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        **params,
    )
