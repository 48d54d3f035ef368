"""The only door to work outside a request: enqueued with the change it follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from certify_app.domain.clock import now
from certify_app.domain.jobs.models import Job


def enqueue_job(
    session: Session,
    name: str,
    args: dict[str, Any],
    key: str,
    run_at: datetime | None = None,
) -> Job:
    """Enqueue once per key; the same key again returns the job that is there."""
    if job := session.exec(select(Job).where(Job.key == key)).first():
        return job
    job = Job(name=name, args=args, key=key, run_at=run_at or now())
    session.add(job)
    session.flush()
    return job
