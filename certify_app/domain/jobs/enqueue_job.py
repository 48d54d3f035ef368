"""The only door to work outside a request: enqueued with the change it follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from certify_app.db.upsert import insert_into
from certify_app.domain.clock import now
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.domain.jobs.wake_up import wake_up_after_commit


def enqueue_job(
    session: Session,
    name: str,
    args: dict[str, Any],
    key: str,
    run_at: datetime | None = None,
) -> Job:
    """Enqueue once per key; the same key again returns the job that is there."""
    row = {
        "name": name,
        "args": args,
        "key": key,
        "status": JobStatus.WAITING,
        "attempts": 0,
        "run_at": run_at or now(),
        "worker": "",
        "problem": "",
        "created_at": now(),
    }
    insert = insert_into(session, Job).values(row)
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
    wake_up_after_commit(session)
    return session.exec(select(Job).where(Job.key == key)).one()
