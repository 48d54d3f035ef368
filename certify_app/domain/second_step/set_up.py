"""Turning two-step login on and off, and making new recovery codes."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, update

from certify_app.db.engine import write
from certify_app.domain.accounts.errors import NoSuchAccount
from certify_app.domain.accounts.limits import Limit, count_subject
from certify_app.domain.accounts.log_in import normal_name
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.prove_password import prove_password, require_confirmed
from certify_app.domain.accounts.queries import account_to_log_in, locked_account
from certify_app.domain.accounts.wrong_passwords import code_key, forget_wrong_passwords
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.second_step.authenticator import Offer, new_offer, use_code
from certify_app.domain.second_step.errors import SecondStepIsOff, SecondStepIsOn
from certify_app.domain.second_step.finish_login import TypedCode, try_code
from certify_app.domain.second_step.half_logins import end_half_logins
from certify_app.domain.second_step.models import Authenticator
from certify_app.domain.second_step.recovery_codes import forget_codes, new_codes

FIRST_CODES = Limit("second-step-set-up", 20, timedelta(hours=1))


async def start_set_up(account_id: int, password: str) -> Offer:
    """
    Raises:
        CurrentPasswordMissing, WrongCurrentPassword, LockedByWrongPasswords, TooBusy
        SecondStepIsOn
    """
    await prove_password(account_id, password)
    return await write(_offer, account_id)


def _offer(session: Session, account_id: int) -> Offer:
    account = session.get_one(Account, account_id)
    if account.second_step_at:
        raise SecondStepIsOn
    return new_offer(session, account_id, account.email)


async def finish_set_up(account_id: int, typed: str) -> list[str]:
    """The app's first code turns it on; returns the recovery codes.

    Raises:
        CodeMissing, CodeIsWrong, CodeIsUsed, SecondStepIsOn, TooManyTries
    """
    await count_subject(FIRST_CODES, str(account_id))
    return await write(_turn_on, account_id, typed)


def _turn_on(session: Session, account_id: int, typed: str) -> list[str]:
    locked_account(session, account_id)
    use_code(session, account_id, typed)
    turned_on = session.exec(
        update(Account)
        .where(col(Account.id) == account_id, col(Account.second_step_at).is_(None))
        .values(second_step_at=now())
        .execution_options(synchronize_session=False)
    )
    if turned_on.rowcount != 1:
        raise SecondStepIsOn
    session.get_one(Authenticator, account_id).confirmed_at = now()
    forget_wrong_passwords(session, code_key(account_id))
    _tell(session, account_id, account_id, "two_step_on")
    return new_codes(session, account_id)


async def turn_off(account_id: int, password: str, typed: TypedCode) -> None:
    """By its owner, with both steps.

    Raises:
        CurrentPasswordMissing, WrongCurrentPassword, LockedByWrongPasswords, TooBusy
        CodeMissing, CodeIsWrong, CodeIsUsed, RecoveryCodeIsWrong
        LockedByWrongCodes, TooManyTries, SecondStepIsOff, SecretChanged
    """
    await prove_password(account_id, password)
    problem = await write(_turn_off, account_id, typed)
    if problem:
        raise problem


def _turn_off(session: Session, account_id: int, typed: TypedCode) -> DomainError | None:
    account = locked_account(session, account_id)
    if not account.second_step_at:
        raise SecondStepIsOff
    problem = try_code(session, account, typed)
    if problem is None:
        _forget(session, account, account_id)
    return problem


def turn_off_for(session: Session, name: str, actor_id: int | None = None) -> Account:
    """By staff, for who has lost app and codes; `name` is an email or a user name.

    Raises:
        NoSuchAccount, SecondStepIsOff
    """
    found = account_to_log_in(session, normal_name(name))
    if found is None or found.id is None:
        raise NoSuchAccount
    account = locked_account(session, found.id)
    if not account.second_step_at:
        raise SecondStepIsOff
    _forget(session, account, actor_id)
    return account


def renew_codes(session: Session, account_id: int, session_id: int) -> list[str]:
    """The old ones stop working.

    Raises:
        PasswordNotGivenAgain, SecondStepIsOff
    """
    require_confirmed(session, session_id)
    if not session.get_one(Account, account_id).second_step_at:
        raise SecondStepIsOff
    record_act(session, "recovery_codes_renewed", "account", account_id, account_id)
    return new_codes(session, account_id)


def _forget(session: Session, account: Account, actor_id: int | None) -> None:
    assert account.id
    account.second_step_at = None
    session.add(account)
    session.execute(delete(Authenticator).where(col(Authenticator.account_id) == account.id))
    forget_codes(session, account.id)
    end_half_logins(session, account.id)
    forget_wrong_passwords(session, code_key(account.id))
    _tell(session, account.id, actor_id, "two_step_off")


def _tell(session: Session, account_id: int, actor_id: int | None, what: str) -> None:
    account = session.get_one(Account, account_id)
    record_act(session, what, "account", account_id, actor_id)
    send_mail(
        session,
        what,
        account.email,
        account_id=account_id,
        language=account.language,
        first_name=account.first_name,
        at=now(),
    )
