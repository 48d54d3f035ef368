"""The same request twice is done once and answered alike.

A reservation is made before the work, and becomes the answer after it. One that was left
by a process that died is taken over after a while: what the API writes may be written twice.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, select, update

from certify_app.db.upsert import insert_into
from certify_app.domain.api_replies.models import ApiReply
from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError
from certify_app.locales import N_

KEPT = timedelta(hours=24)
LEFT_BEHIND = timedelta(minutes=2)


class OtherRequest(DomainError):
    sentence = N_("This Idempotency-Key was sent with another request. Use a new one")


class StillAtWork(DomainError):
    sentence = N_("The first request with this Idempotency-Key is still at work. Try again soon")


@dataclass(frozen=True)
class Kept:
    status: int
    media_type: str
    body: bytes


def reserve_reply(session: Session, api_key_id: int, key: str, fingerprint: str) -> Kept | None:
    """None: go on and do it. Otherwise the answer that was given.

    Raises:
        OtherRequest, StillAtWork
    """
    row = {"api_key_id": api_key_id, "key": key, "fingerprint": fingerprint, "status": 0}
    insert = insert_into(session, ApiReply).values(**row, media_type="", created_at=now())
    unless_there = insert.on_conflict_do_nothing(index_elements=["api_key_id", "key"])
    if session.execute(unless_there.returning(col(ApiReply.id))).first():
        return None
    there = session.exec(select(ApiReply).where(*_one(api_key_id, key))).one()
    if there.fingerprint != fingerprint:
        raise OtherRequest
    if not there.status:
        _take_over(session, there)
        return None
    return Kept(there.status, there.media_type, zlib.decompress(there.body or b""))


def _take_over(session: Session, there: ApiReply) -> None:
    taken = session.execute(
        update(ApiReply)
        .where(
            col(ApiReply.id) == there.id,
            col(ApiReply.status) == 0,
            col(ApiReply.created_at) < now() - LEFT_BEHIND,
        )
        .values(created_at=now())
    )
    if not taken.rowcount:  # type: ignore[attr-defined]
        raise StillAtWork


def keep_reply(session: Session, api_key_id: int, key: str, kept: Kept) -> None:
    session.execute(
        update(ApiReply)
        .where(*_one(api_key_id, key))
        .values(status=kept.status, media_type=kept.media_type, body=zlib.compress(kept.body))
    )


def forget_reply(session: Session, api_key_id: int, key: str) -> None:
    """After a failure of ours: the request may be sent again."""
    session.execute(delete(ApiReply).where(*_one(api_key_id, key)))


def forget_old_replies(session: Session) -> None:
    session.execute(delete(ApiReply).where(col(ApiReply.created_at) < now() - KEPT))


def _one(api_key_id: int, key: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (col(ApiReply.api_key_id) == api_key_id, col(ApiReply.key) == key)
