"""Take the job that has waited longest, for the length of a lease.

One statement on both databases: SQLite leaves out FOR UPDATE, where its write lock
does the same; PostgreSQL skips what another worker is taking.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import Session, col, select, update

from certify_app.domain.clock import now
from certify_app.domain.jobs.models import Job, JobStatus

LEASE = timedelta(seconds=30)
CLAIMED = (Job.id, Job.name, Job.args, Job.key, Job.worker, Job.attempts)


@dataclass(frozen=True)
class Claim:
    """The right to do a job while the lease runs; `worker` and `attempts` prove it."""

    job_id: int
    name: str
    args: dict[str, Any] = field(hash=False)
    key: str
    worker: str
    attempts: int


def claim_job(session: Session, worker: str, lease: timedelta = LEASE) -> Claim | None:
    """The first job that is due, or whose worker let its lease run out."""
    claim = f"{worker}.{secrets.token_hex(4)}"
    row = session.execute(_take_next(claim, lease)).one_or_none()
    return _claim(row) if row else None


def work_is_due(session: Session) -> bool:
    """A look without a lock, so that idle workers never hold up writers."""
    return session.exec(select(Job.id).where(_due()).limit(1)).first() is not None


def _take_next(claim: str, lease: timedelta) -> ReturningUpdate[Any]:
    first = (
        select(Job.id)
        .where(_due())
        .order_by(col(Job.run_at), col(Job.id))
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    taken = (
        update(Job)
        .where(col(Job.id) == first)
        .values(
            status=JobStatus.RUNNING,
            worker=claim,
            attempts=col(Job.attempts) + 1,
            run_at=now() + lease,
        )
        .execution_options(synchronize_session=False)
    )
    return taken.returning(*map(col, CLAIMED))


def _due() -> ColumnElement[bool]:
    return col(Job.run_at) <= now()


def _claim(row: Row[Any]) -> Claim:
    return Claim(row.id, row.name, row.args, row.key, row.worker, row.attempts)
