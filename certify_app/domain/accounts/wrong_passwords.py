"""Counting wrong passwords by address, known to us or not.

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
from certify_app.domain.tokens import token_hash

MOST = 5
FORGOTTEN_AFTER = timedelta(hours=6)
"""Without a further try, and unless they led to a lock."""


def address_key(address: str) -> str:
    """Of an email in its normal form, or whatever was typed instead of one."""
    return token_hash(f"wrong passwords for {address}")


def count_try(session: Session, key: str) -> None:
    """One atomic statement, so that parallel tries are all counted.

    Raises:
        LockedByWrongPasswords: there were `MOST` tries already.
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
        raise LockedByWrongPasswords


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


def forget_wrong_passwords(session: Session, key: str) -> None:
    session.execute(delete(WrongPasswords).where(col(WrongPasswords.address_hash) == key))
