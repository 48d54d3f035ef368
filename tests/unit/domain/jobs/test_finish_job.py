"""Ending a job: together with its effect, and only by the one who holds it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, write_now
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.jobs.claim_job import LEASE, Claim, claim_job
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.errors import LeaseLost
from certify_app.domain.jobs.finish_job import (
    bury_job,
    finish_job,
    postpone_job,
    renew_lease,
    retry_job,
)
from certify_app.domain.jobs.models import Job, JobStatus
from tests.clock import START, HeldClock


@pytest.fixture
def claim(db: Database, clock: HeldClock) -> Claim:
    write_now(enqueue_job, "greet", {}, "greet 1")
    return take()


def take(worker: str = "w1") -> Claim:
    claim = write_now(claim_job, worker)
    assert claim
    return claim


def the_job(db: Database) -> Job:
    with db.read() as session:
        return session.exec(select(Job)).one()


def effects(db: Database) -> int:
    with db.read() as session:
        return len(session.exec(select(AuditEntry)).all())


def effect(session: Session) -> None:
    session.add(AuditEntry(act="greeted"))


def broken_effect(session: Session) -> None:
    effect(session)
    session.flush()
    raise RuntimeError


def test_a_job_ends_together_with_its_effect(db: Database, claim: Claim) -> None:
    write_now(finish_job, claim, effect)

    job = the_job(db)
    assert (job.status, job.finished_at, effects(db)) == (JobStatus.DONE, START, 1)


def test_an_effect_that_fails_leaves_neither_itself_nor_the_end(db: Database, claim: Claim) -> None:
    with pytest.raises(RuntimeError):
        write_now(finish_job, claim, broken_effect)

    assert (the_job(db).status, effects(db)) == (JobStatus.RUNNING, 0)


@pytest.mark.parametrize("who", ["w2", "w1"])
def test_a_worker_that_lost_its_lease_leaves_no_effect(
    db: Database, claim: Claim, clock: HeldClock, who: str
) -> None:
    clock.move(seconds=LEASE.total_seconds())
    take(who)

    with pytest.raises(LeaseLost):
        write_now(finish_job, claim, effect)

    assert (the_job(db).status, effects(db)) == (JobStatus.RUNNING, 0)


def test_a_job_is_finished_once(db: Database, claim: Claim) -> None:
    write_now(finish_job, claim, effect)

    with pytest.raises(LeaseLost):
        write_now(finish_job, claim, effect)

    assert effects(db) == 1


def test_a_late_worker_finishes_what_nobody_else_took(
    db: Database, claim: Claim, clock: HeldClock
) -> None:
    clock.move(hours=5)

    write_now(finish_job, claim, effect)

    assert (the_job(db).status, effects(db)) == (JobStatus.DONE, 1)


def test_a_job_to_be_tried_again_rests_and_keeps_its_problem(db: Database, claim: Claim) -> None:
    write_now(retry_job, claim, "451 come back later", timedelta(seconds=8))

    job = the_job(db)
    assert (job.status, job.problem, job.attempts) == (
        JobStatus.WAITING,
        "451 come back later",
        1,
    )
    assert job.run_at == START + timedelta(seconds=8)


def test_a_postponed_job_has_not_used_up_a_try(db: Database, claim: Claim) -> None:
    write_now(postpone_job, claim, "not set up", timedelta(minutes=5))

    assert (the_job(db).status, the_job(db).attempts) == (JobStatus.WAITING, 0)


def test_a_dead_job_keeps_its_problem(db: Database, claim: Claim) -> None:
    write_now(bury_job, claim, "550 no such user")

    job = the_job(db)
    assert (job.status, job.problem, job.finished_at) == (
        JobStatus.DEAD,
        "550 no such user",
        START,
    )


@pytest.mark.parametrize("fails", [False, True])
def test_periodic_work_waits_for_its_next_turn_whether_it_went_well_or_not(
    db: Database, claim: Claim, fails: bool
) -> None:
    turn = START + timedelta(hours=1)

    if fails:
        write_now(bury_job, claim, "broken", turn)
    else:
        write_now(finish_job, claim, effect, turn)

    job = the_job(db)
    assert (job.status, job.run_at, job.attempts) == (JobStatus.WAITING, turn, 0)
    assert job.problem == ("broken" if fails else "")


def test_a_renewed_lease_keeps_others_away(db: Database, claim: Claim, clock: HeldClock) -> None:
    clock.move(seconds=LEASE.total_seconds() - 1)
    write_now(renew_lease, claim, LEASE)
    clock.move(seconds=LEASE.total_seconds() - 1)

    assert write_now(claim_job, "w2") is None


def test_a_lost_lease_cannot_be_renewed(db: Database, claim: Claim, clock: HeldClock) -> None:
    clock.move(seconds=LEASE.total_seconds())
    take("w2")

    with pytest.raises(LeaseLost):
        write_now(renew_lease, claim, LEASE)
