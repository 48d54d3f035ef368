"""The PIN of a share: told by another channel, asked once in each login session."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, select

from certify_app.db.engine import read, write
from certify_app.db.upsert import insert_into
from certify_app.domain.accounts.hashing import matches_aside
from certify_app.domain.accounts.limits import Limit, count_subject
from certify_app.domain.connections.errors import NotShared, WrongPin
from certify_app.domain.connections.may_open import Reader, open_to
from certify_app.domain.connections.models import Connection, PinPass

TRIES = Limit("share-pin", 5, timedelta(hours=1))


async def give_pin(reader: Reader, connection_id: int, typed: str) -> None:
    """Five tries an hour, right or wrong.

    Raises:
        NotShared, WrongPin, TooManyTries, TooBusy
    """
    pin_hash = await read(_pin_hash, reader, connection_id)
    await count_subject(TRIES, f"{connection_id} {reader.account_id}")
    if not await matches_aside(typed.strip()[:50], pin_hash):
        raise WrongPin
    await write(_remember, reader, connection_id, pin_hash)


def _pin_hash(session: Session, reader: Reader, connection_id: int) -> str | None:
    """Raises NotShared."""
    found = session.exec(
        select(Connection).where(Connection.id == connection_id, open_to(reader.account_id))
    ).first()
    if found is None:
        raise NotShared
    return found.pin_hash


def _remember(session: Session, reader: Reader, connection_id: int, pin_hash: str | None) -> None:
    """Raises WrongPin if the learner has changed it meanwhile."""
    same = select(Connection.id).where(
        Connection.id == connection_id, col(Connection.pin_hash) == pin_hash
    )
    if session.exec(same).first() is None:
        raise WrongPin
    given = insert_into(session, PinPass).values(
        connection_id=connection_id, session_id=reader.session_id
    )
    session.execute(given.on_conflict_do_nothing())
