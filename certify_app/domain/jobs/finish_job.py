"""Bring a job to an end together with its effect, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, update

from certify_app.domain.clock import now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.errors import LeaseLost
from certify_app.domain.jobs.models import Job, JobStatus

Effect = Callable[[Session], object]


def finish_job(
    session: Session,
    claim: Claim,
    effect: Effect | None = None,
    again_at: datetime | None = None,
) -> None:
    """Done, with `effect` in the same transaction; periodic work waits for `again_at`.

    Raises:
        LeaseLost: another worker has it now; the caller's transaction rolls back.
    """
    if again_at:
        move(
            session,
            claim,
            status=JobStatus.WAITING,
            run_at=again_at,
            attempts=0,
            problem="",
        )
    else:
        move(session, claim, status=JobStatus.DONE, run_at=None, finished_at=now(), problem="")
    if effect:
        effect(session)


def retry_job(session: Session, claim: Claim, problem: str, wait: timedelta) -> None:
    move(
        session,
        claim,
        status=JobStatus.WAITING,
        run_at=now() + wait,
        problem=problem,
    )


def postpone_job(session: Session, claim: Claim, problem: str, wait: timedelta) -> None:
    """As `retry_job`, and the try is not counted."""
    move(
        session,
        claim,
        status=JobStatus.WAITING,
        run_at=now() + wait,
        problem=problem,
        attempts=claim.attempts - 1,
    )


def bury_job(
    session: Session, claim: Claim, problem: str, again_at: datetime | None = None
) -> None:
    """Dead, to be looked at by somebody; periodic work waits for its next turn."""
    if again_at:
        move(
            session,
            claim,
            status=JobStatus.WAITING,
            run_at=again_at,
            attempts=0,
            problem=problem,
        )
    else:
        move(session, claim, status=JobStatus.DEAD, run_at=None, finished_at=now(), problem=problem)


def renew_lease(session: Session, claim: Claim, lease: timedelta) -> None:
    move(session, claim, run_at=now() + lease)


def move(session: Session, claim: Claim, **values: Any) -> None:
    """Change the job this claim holds, and no other's.

    Raises:
        LeaseLost: it is held by another claim, or over.
    """
    held = (
        col(Job.id) == claim.job_id,
        col(Job.status) == JobStatus.RUNNING,
        col(Job.worker) == claim.worker,
        col(Job.attempts) == claim.attempts,
    )
    result = session.execute(update(Job).where(*held).values(**values))
    if result.rowcount != 1:  # type: ignore[attr-defined]
        raise LeaseLost
