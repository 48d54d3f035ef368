"""Keep the table small: what is done is forgotten after a while."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, col, delete

from certify_app.domain.clock import now
from certify_app.domain.jobs.models import Job, JobStatus

KEEP_DONE = timedelta(days=7)
KEEP_DEAD = timedelta(days=90)


def delete_old_jobs(session: Session) -> None:
    """A key that was forgotten may be enqueued again."""
    for status, keep in ((JobStatus.DONE, KEEP_DONE), (JobStatus.DEAD, KEEP_DEAD)):
        session.execute(
            delete(Job).where(col(Job.status) == status, col(Job.finished_at) < now() - keep)
        )
