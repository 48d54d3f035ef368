"""Counting wrong passwords by address, known to us or not, and wrong codes by account.

A try is counted before its password is looked at, so that many at once get no more
than `MOST` looks. The right password takes the count back.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import case, delete
from sqlmodel import Session, col, update

from certify_app.db.upsert import insert_into
from certify_app.domain.accounts.errors import LockedByWrongPasswords
from certify_app.domain.accounts.models import WrongPasswords
from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError
from certify_app.domain.tokens import token_hash

MOST = 5
FORGOTTEN_AFTER = timedelta(hours=6)
"""Without a further try, and unless they led to a lock."""


def address_key(address: str) -> str:
    """Of an email in its normal form, or whatever was typed instead of one."""
    return token_hash(f"wrong passwords for {address}")


def code_key(account_id: int) -> str:
    """Of the second step: it is counted apart, for whoever knows the password may
    start again and again."""
    return token_hash(f"wrong codes for {account_id}")


def count_try(
    session: Session, key: str, locked: type[DomainError] = LockedByWrongPasswords
) -> None:
    """One atomic statement, so that parallel tries are all counted.

    Raises:
        LockedByWrongPasswords, or another `locked`: there were `MOST` tries already.
    """
    forgotten = col(WrongPasswords.last_at) <= now() - FORGOTTEN_AFTER
    start_again = forgotten & col(WrongPasswords.locked_at).is_(None)
    first = insert_into(session, WrongPasswords).values(address_hash=key, count=1, last_at=now())
    upsert = first.on_conflict_do_update(
        index_elements=[col(WrongPasswords.address_hash)],
        set_={
            "count": case((start_again, 1), else_=col(WrongPasswords.count) + 1),
            "last_at": now(),
        },
    ).returning(col(WrongPasswords.count), col(WrongPasswords.locked_at))
    count, locked_at = session.execute(upsert).one()
    if locked_at or count > MOST:
        raise locked


def is_locked(session: Session, key: str) -> bool:
    tries = session.get(WrongPasswords, key)
    return tries is not None and tries.locked_at is not None


def lock_if_last_try(session: Session, key: str) -> bool:
    """After a wrong password. True for the one that locks."""
    locked = session.exec(
        update(WrongPasswords)
        .where(
            col(WrongPasswords.address_hash) == key,
            col(WrongPasswords.count) >= MOST,
            col(WrongPasswords.locked_at).is_(None),
        )
        .values(locked_at=now())
    )
    return locked.rowcount == 1


def forget_wrong_passwords(session: Session, *keys: str) -> None:
    session.execute(delete(WrongPasswords).where(col(WrongPasswords.address_hash).in_(keys)))
