"""What happens to a job when it goes well, fails, or is not known."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, write_now
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.errors import GiveUp, NotNow, TryAgain
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.jobs.worker import Worker
from tests.clock import START, HeldClock
from tests.unit.jobs.conftest import Register


@pytest.fixture
def job(db: Database, clock: HeldClock) -> None:
    write_now(enqueue_job, "greet", {"who": 7}, "greet 7")


def run(db: Database) -> Job:
    Worker(db).work_off()
    with db.read() as session:
        return session.exec(select(Job)).one()


def written(db: Database) -> list[str]:
    with db.read() as session:
        return list(session.exec(select(AuditEntry.act)).all())


def raising(error: Exception) -> object:
    def work(_claim: Claim) -> Effect | None:
        raise error

    return work


@pytest.mark.usefixtures("job")
def test_work_is_given_its_arguments_and_its_effect_is_committed(
    db: Database, register: Register
) -> None:
    def greet(claim: Claim) -> Effect:
        return lambda session: session.add(AuditEntry(act=f"greeted {claim.args['who']}"))

    register("greet", greet)

    assert run(db).status is JobStatus.DONE
    assert written(db) == ["greeted 7"]


@pytest.mark.usefixtures("job")
def test_a_failure_is_tried_again_after_a_pause(
    db: Database, register: Register, clock: HeldClock
) -> None:
    register("greet", raising(TryAgain(problem="busy")))

    first = run(db)
    clock.move(seconds=3)
    second = run(db)

    assert (first.status, first.attempts, first.problem) == (JobStatus.WAITING, 1, "busy")
    assert first.run_at
    assert START < first.run_at <= START + timedelta(seconds=2.5)
    assert second.attempts == 2


@pytest.mark.usefixtures("job")
def test_after_its_last_try_it_is_dead(db: Database, register: Register, clock: HeldClock) -> None:
    register("greet", raising(TryAgain(problem="busy")), tries=3)

    states = []
    for _ in range(4):
        states.append(run(db).status)
        clock.move(hours=1)

    assert states == ["waiting", "waiting", "dead", "dead"]
    assert run(db).attempts == 3


@pytest.mark.usefixtures("job")
def test_what_can_never_go_well_is_dead_at_once(db: Database, register: Register) -> None:
    register("greet", raising(GiveUp(problem="no such person")))

    assert (run(db).status, run(db).problem) == (JobStatus.DEAD, "no such person")


@pytest.mark.usefixtures("job")
def test_what_waits_to_be_set_up_never_runs_out_of_tries(
    db: Database, register: Register, clock: HeldClock
) -> None:
    register("greet", raising(NotNow(timedelta(minutes=5), "not set up")), tries=2)

    for _ in range(10):
        job = run(db)
        clock.move(minutes=5)

    assert (job.status, job.attempts, job.problem) == (JobStatus.WAITING, 0, "not set up")


@pytest.mark.usefixtures("job")
def test_a_job_of_another_version_is_dead_with_a_sentence(db: Database) -> None:
    job = run(db)

    assert job.status is JobStatus.DEAD
    assert job.problem.startswith("This version of Certify has no job named greet.")


@pytest.mark.usefixtures("job")
def test_an_error_nobody_foresaw_is_tried_again_and_says_where(
    db: Database, register: Register
) -> None:
    register("greet", raising(KeyError("jane@example.org")))

    job = run(db)

    assert job.status is JobStatus.WAITING
    assert job.problem.startswith("KeyError at ")
    assert "jane" not in job.problem


@pytest.mark.usefixtures("job")
def test_an_effect_that_fails_is_undone_and_tried_again(db: Database, register: Register) -> None:
    def effect(session: Session) -> None:
        session.add(AuditEntry(act="half"))
        session.flush()
        raise RuntimeError

    register("greet", lambda _: effect)

    assert run(db).status is JobStatus.WAITING
    assert written(db) == []


@pytest.mark.usefixtures("job")
def test_work_that_kills_its_worker_every_time_is_dead_in_the_end(
    db: Database, register: Register, clock: HeldClock
) -> None:
    class Killed(BaseException):
        pass

    def die(_claim: Claim) -> None:
        raise Killed

    register("greet", die, tries=2)
    for _ in range(2):
        with pytest.raises(Killed):
            Worker(db).work_one()
        clock.move(minutes=1)

    job = run(db)

    assert job.status is JobStatus.DEAD
    assert job.problem == "The worker ended 2 times while it did this job"


@pytest.mark.usefixtures("job")
def test_whoever_enqueued_it_is_told_of_each_failure_in_the_same_transaction(
    db: Database, register: Register, clock: HeldClock
) -> None:
    def failed(session: Session, claim: Claim, problem: str, final: bool) -> None:
        session.add(AuditEntry(act=f"{claim.args['who']} {problem} {final}"))

    register("greet", raising(TryAgain(problem="busy")), tries=2, failed=failed)
    run(db)
    clock.move(hours=1)
    run(db)

    assert written(db) == ["7 busy False", "7 busy True"]


@pytest.mark.usefixtures("job")
def test_a_job_taken_over_meanwhile_is_left_to_the_other(
    db: Database, register: Register, clock: HeldClock
) -> None:
    def slow(claim: Claim) -> Effect:
        if claim.attempts == 1:
            clock.move(hours=1)
            Worker(db).work_one()
        return lambda session: session.add(AuditEntry(act=f"try {claim.attempts}"))

    register("greet", slow)

    assert run(db).status is JobStatus.DONE
    assert written(db) == ["try 2"]
