"""Prove that nothing in the audit log was changed, removed or slipped in."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from certify_app.domain.audit.models import AuditEntry, AuditSeal
from certify_app.domain.audit.seal_log import BEGINNING, seal_of


@dataclass(frozen=True)
class Proof:
    """`broken` is the number of the first seal that does not fit, if any. `hash` is that of
    the last seal: kept elsewhere, it also shows whether the log's end was cut off."""

    seals: int
    sealed: int
    waiting: int
    hash: str
    broken: int | None = None
    first_entry: int = 0
    last_entry: int = 0

    @property
    def holds(self) -> bool:
        return self.broken is None


def verify_audit_log(session: Session) -> Proof:
    """Reads the whole log, a batch at a time."""
    before, upto, sealed, seals = BEGINNING, 0, 0, 0
    for seal in session.exec(select(AuditSeal).order_by(col(AuditSeal.id))).all():
        entries = _batch(session, upto, seal.last_entry_id)
        if len(entries) != seal.entries or seal_of(before, entries) != seal.hash:
            return Proof(seals, sealed, 0, before, seal.id, upto + 1, seal.last_entry_id)
        before, upto = seal.hash, seal.last_entry_id
        seals, sealed = seals + 1, sealed + len(entries)
        session.expunge_all()
    after = select(func.count()).select_from(AuditEntry).where(col(AuditEntry.id) > upto)
    return Proof(seals, sealed, session.exec(after).one(), before)


def _batch(session: Session, after: int, last: int) -> list[AuditEntry]:
    inside = col(AuditEntry.id) > after, col(AuditEntry.id) <= last
    return list(session.exec(select(AuditEntry).where(*inside).order_by(col(AuditEntry.id))))
