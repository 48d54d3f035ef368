"""Periodic work: there once a worker has started, and again after every turn."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select, update

from certify_app.db.engine import Database, write_now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.errors import GiveUp
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.jobs import schedule
from certify_app.jobs.schedule import keep_schedule
from certify_app.jobs.worker import Worker
from tests.clock import START, HeldClock
from tests.unit.jobs.conftest import Register


@pytest.fixture(autouse=True)
def hourly(monkeypatch: pytest.MonkeyPatch, clock: HeldClock) -> None:
    monkeypatch.setattr(schedule, "EVERY", {"sweep": timedelta(hours=1)})


def turns(db: Database, register: Register) -> list[int]:
    seen: list[int] = []
    register("sweep", lambda claim: seen.append(claim.job_id))
    return seen


def the_job(db: Database) -> Job:
    with db.read() as session:
        return session.exec(select(Job)).one()


def test_starting_many_workers_leaves_one_row(db: Database) -> None:
    for _ in range(3):
        write_now(keep_schedule)

    assert the_job(db).key == "every sweep"


def test_it_runs_at_every_turn_and_not_between(
    db: Database, register: Register, clock: HeldClock
) -> None:
    seen = turns(db, register)
    worker = Worker(db)

    counts = []
    for _ in range(6):
        worker.work_off()
        counts.append(len(seen))
        clock.move(minutes=30)

    assert counts == [1, 1, 2, 2, 3, 3]
    assert the_job(db).status is JobStatus.WAITING


def test_turns_missed_while_nobody_worked_are_made_up_by_one(
    db: Database, register: Register, clock: HeldClock
) -> None:
    seen = turns(db, register)
    Worker(db).work_off()
    clock.move(days=3)

    Worker(db).work_off()

    assert len(seen) == 2


def test_it_goes_on_after_it_failed_for_good(
    db: Database, register: Register, clock: HeldClock
) -> None:
    def fail(_claim: Claim) -> None:
        raise GiveUp(problem="the disk is full")

    register("sweep", fail)
    Worker(db).work_off()
    broken = the_job(db)
    seen = turns(db, register)
    clock.move(hours=1)
    Worker(db).work_off()

    assert (broken.status, broken.problem) == (JobStatus.WAITING, "the disk is full")
    assert len(seen) == 1
    assert the_job(db).problem == ""


def test_a_turn_far_away_is_brought_forward_when_a_worker_starts(db: Database) -> None:
    """As after the interval was shortened, or the clock set back."""
    write_now(keep_schedule)
    write_now(_put_off, START + timedelta(days=30))

    write_now(keep_schedule)

    assert the_job(db).run_at == START + timedelta(hours=1)


def _put_off(session: Session, until: object) -> None:
    session.execute(update(Job).where(col(Job.key) == "every sweep").values(run_at=until))
