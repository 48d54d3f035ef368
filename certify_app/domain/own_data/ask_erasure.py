"""Ask that one's account be erased, see what became of it, or withdraw it."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from certify_app.db.engine import write
from certify_app.domain.accounts.errors import LockedByWrongPasswords
from certify_app.domain.accounts.hashing import matches_aside
from certify_app.domain.accounts.log_in import Try, turn_away
from certify_app.domain.accounts.models import Account
from certify_app.domain.accounts.wrong_passwords import (
    address_key,
    count_try,
    forget_wrong_passwords,
)
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.clock import now
from certify_app.domain.messages.send_mail import send_mail
from certify_app.domain.own_data.errors import (
    ErasureWaiting,
    NotWaiting,
    PasswordIsMissing,
    PasswordIsWrong,
)
from certify_app.domain.own_data.models import ErasureRequest, ErasureStatus

LONGEST_REASON = 1000


async def ask_erasure(account_id: int, password: str, reason: str) -> None:
    """The password is counted with those of the login.

    Raises:
        PasswordIsMissing, PasswordIsWrong, LockedByWrongPasswords, TooBusy
        ErasureWaiting: one request of an account, one at a time.
    """
    if not password:
        raise PasswordIsMissing
    attempt = await write(_start, account_id)
    if not await matches_aside(password, attempt.password_hash):
        if await write(turn_away, attempt):
            raise LockedByWrongPasswords
        raise PasswordIsWrong
    await write(_right, attempt.key)
    await write(file_request, account_id, reason)


def file_request(session: Session, account_id: int, reason: str) -> ErasureRequest:
    """Raises ErasureWaiting."""
    wanted = ErasureRequest(account_id=account_id, reason=reason.strip()[:LONGEST_REASON])
    try:
        with session.begin_nested():
            session.add(wanted)
    except IntegrityError:
        raise ErasureWaiting from None
    record_act(session, "erasure_asked", "account", account_id, account_id)
    tell_of_erasure(session, session.get_one(Account, account_id), "erasure_asked")
    return wanted


def withdraw_erasure(session: Session, account_id: int) -> None:
    """Raises NotWaiting: there is none, or it was answered meanwhile."""
    withdrawn = session.exec(
        update(ErasureRequest)
        .where(
            col(ErasureRequest.account_id) == account_id,
            col(ErasureRequest.status) == ErasureStatus.WAITING,
        )
        .values(status=ErasureStatus.WITHDRAWN, answered_at=now(), answered_by_id=account_id)
    )
    if withdrawn.rowcount != 1:
        raise NotWaiting
    record_act(session, "erasure_withdrawn", "account", account_id, account_id)
    tell_of_erasure(session, session.get_one(Account, account_id), "erasure_withdrawn")


def newest_erasure(session: Session, account_id: int) -> ErasureRequest | None:
    mine = select(ErasureRequest).where(ErasureRequest.account_id == account_id)
    return session.exec(mine.order_by(col(ErasureRequest.id).desc())).first()


def tell_of_erasure(session: Session, account: Account, kind: str, **params: str) -> None:
    send_mail(
        session,
        kind,
        account.email,
        account_id=account.id,
        language=account.language,
        first_name=account.first_name,
        **params,
    )


def _start(session: Session, account_id: int) -> Try:
    """Raises LockedByWrongPasswords."""
    account = session.get_one(Account, account_id)
    key = address_key(account.email)
    count_try(session, key)
    return Try(key, account.id, account.password_hash)


def _right(session: Session, key: str) -> None:
    forget_wrong_passwords(session, key)
