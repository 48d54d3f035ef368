"""A provider's notice is a hint, kept once; what it is about is then asked and settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from certify_app.db.upsert import insert_into
from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.shop.models import Payment, PaymentNotice

KEPT = timedelta(days=90)


@dataclass(frozen=True)
class Notice:
    """Who told us (`provider`), what of (`kind`), and the payment's reference or charge.

    `key` is our payment's, which the provider was given and hands back.
    """

    event_id: str
    provider: str
    kind: str
    object_id: str
    is_live: bool
    key: str = ""


def take_notice(session: Session, notice: Notice) -> bool:
    """Keep a notice and enqueue a look at its payment; False when it was known already."""
    row = {
        "event_id": notice.event_id,
        "kind": notice.kind,
        "object_id": notice.object_id,
        "is_live": notice.is_live,
        "received_at": now(),
    }
    kept = session.execute(insert_into(session, PaymentNotice).values(row).on_conflict_do_nothing())
    if not getattr(kept, "rowcount", 0):
        return False
    args = {
        "provider": notice.provider,
        "object_id": notice.object_id,
        "kind": notice.kind,
        "key": notice.key,
    }
    enqueue_job(session, "read_notice", args, f"notice-{notice.event_id}")
    return True


def forget_old_notices(session: Session) -> None:
    """Those that no provider sends again."""
    session.exec(delete(PaymentNotice).where(col(PaymentNotice.received_at) < now() - KEPT))


def payment_named(session: Session, provider: str, object_id: str, key: str = "") -> Payment | None:
    """The payment a provider means, by its session's reference, its charge or our key.

    The key finds one whose reference never reached us, since we died meanwhile.
    """
    for named in (Payment.reference == object_id, Payment.charge == object_id, Payment.key == key):
        found = session.exec(select(Payment).where(Payment.provider == provider, named)).first()
        if found:
            return found
    return None
