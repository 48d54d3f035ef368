"""Periodic work: each is one row of the job table that waits again after every turn."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session, col, update

from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.models import Job, JobStatus

EVERY: dict[str, timedelta] = {
    "give_back_grants": timedelta(minutes=1),
    "look_at_open_payments": timedelta(minutes=10),
    "remind_of_unpaid_orders": timedelta(hours=1),
    "expire_unpaid_orders": timedelta(hours=1),
    "forget_old_notices": timedelta(hours=24),
    "delete_rate_counts": timedelta(minutes=15),
    "delete_ended_sessions": timedelta(hours=1),
    "delete_expired_links": timedelta(hours=1),
    "delete_old_registrations": timedelta(hours=6),
    "delete_forgotten_tries": timedelta(hours=1),
    "delete_half_logins": timedelta(hours=1),
    "delete_old_sign_ins": timedelta(hours=6),
    "delete_passkey_challenges": timedelta(hours=1),
    "delete_sign_in_codes": timedelta(hours=1),
    "expire_connections": timedelta(minutes=1),
    "warn_of_ends": timedelta(minutes=30),
    "delete_old_exports": timedelta(hours=1),
    "blank_old_mails": timedelta(hours=1),
    "prune_view_copies": timedelta(hours=6),
    "seal_audit_log": timedelta(minutes=5),
    "delete_old_jobs": timedelta(hours=6),
    "watch_deployment": timedelta(minutes=15),
    "forget_old_replies": timedelta(hours=1),
    "forget_old_deliveries": timedelta(hours=12),
}


def keep_schedule(session: Session) -> None:
    """Called when a worker starts; the rows that are there stay.

    One that waits for longer than its interval is brought forward: the interval
    was shortened, or the clock was set back.
    """
    for name, every in EVERY.items():
        enqueue_job(session, name, {}, key=_key(name))
        session.execute(
            update(Job)
            .where(
                col(Job.key) == _key(name),
                col(Job.status) == JobStatus.WAITING,
                col(Job.run_at) > now() + every,
            )
            .values(run_at=now() + every)
        )


def next_turn(name: str, key: str) -> datetime | None:
    """When periodic work is due again; None for work that is done once."""
    return now() + EVERY[name] if name in EVERY and key == _key(name) else None


def _key(name: str) -> str:
    return f"every {name}"
