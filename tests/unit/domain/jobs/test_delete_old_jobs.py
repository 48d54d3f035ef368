"""Old jobs are forgotten, open ones never."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, select

from certify_app.domain.jobs.delete_old_jobs import delete_old_jobs
from certify_app.domain.jobs.models import Job, JobStatus
from tests.clock import START, HeldClock


def test_only_what_ended_long_ago_is_deleted(session: Session, clock: HeldClock) -> None:
    for key, status, days in (
        ("done long ago", JobStatus.DONE, 8),
        ("done", JobStatus.DONE, 6),
        ("dead long ago", JobStatus.DEAD, 91),
        ("dead", JobStatus.DEAD, 89),
    ):
        ended = START - timedelta(days=days)
        session.add(Job(name="greet", key=key, status=status, finished_at=ended))
    session.add(Job(name="greet", key="open", created_at=START - timedelta(days=400)))
    session.flush()

    delete_old_jobs(session)

    assert set(session.exec(select(Job.key)).all()) == {"done", "dead", "open"}
