"""What there is to know about jobs, for those who run the deployment."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from certify_app.domain.jobs.models import Job, JobStatus


def count_by_status(session: Session) -> dict[JobStatus, int]:
    rows = session.exec(select(Job.status, func.count()).group_by(col(Job.status))).all()
    found = dict(rows)
    return {status: found.get(status, 0) for status in JobStatus}


def dead_jobs(session: Session, at_most: int = 50) -> list[Job]:
    """The newest first."""
    return list(
        session.exec(
            select(Job)
            .where(Job.status == JobStatus.DEAD)
            .order_by(col(Job.finished_at).desc())
            .limit(at_most)
        ).all()
    )
