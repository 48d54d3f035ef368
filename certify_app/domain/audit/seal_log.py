"""Seal the audit log in batches: each seal hashes its entries and the seal before it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC
from hashlib import sha256

from sqlmodel import Session, col, select

from certify_app.db.bulk import lock_tables
from certify_app.domain.audit.models import AuditEntry, AuditSeal

MOST = 10_000
BEGINNING = "0" * 64


def seal_audit_log(session: Session) -> None:
    """What is not sealed yet. No act may be half written meanwhile: on PostgreSQL an entry
    with a lower number could otherwise come in after its batch was sealed."""
    lock_tables(session, [AuditEntry])
    last = last_seal(session)
    found = (
        select(AuditEntry)
        .where(col(AuditEntry.id) > (last.last_entry_id if last else 0))
        .order_by(col(AuditEntry.id))
        .limit(MOST)
    )
    if entries := list(session.exec(found)):
        before = last.hash if last else BEGINNING
        session.add(
            AuditSeal(
                last_entry_id=entries[-1].id or 0,
                entries=len(entries),
                hash=seal_of(before, entries),
            )
        )


def last_seal(session: Session) -> AuditSeal | None:
    return session.exec(select(AuditSeal).order_by(col(AuditSeal.id).desc())).first()


def seal_of(before: str, entries: Iterable[AuditEntry]) -> str:
    hashed = sha256(before.encode())
    for entry in entries:
        hashed.update(_written(entry))
    return hashed.hexdigest()


def _written(entry: AuditEntry) -> bytes:
    """The same on both databases, whatever order a JSON column keeps."""
    parts = [
        entry.id,
        entry.at.astimezone(UTC).isoformat(),
        entry.actor_id,
        entry.act,
        entry.object_kind,
        entry.object_id,
        entry.details,
    ]
    return json.dumps(parts, sort_keys=True, ensure_ascii=True).encode() + b"\n"
