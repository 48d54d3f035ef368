"""The machine's clock is set forward or back while jobs wait and run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, write_now
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.finish_job import Effect
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.jobs import registry, schedule
from certify_app.jobs.registry import JobFunction, Work
from certify_app.jobs.worker import Worker
from tests.clock import HeldClock


@pytest.fixture(autouse=True)
def nothing_periodic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "EVERY", {})


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Callable[[Work], None]:
    def add(work: Work) -> None:
        function = JobFunction("greet", work, 5, timedelta(minutes=1), None)
        monkeypatch.setitem(registry._functions, "greet", function)

    return add


def greet(claim: Claim) -> Effect:
    return lambda session: session.add(AuditEntry(act=f"{claim.key} by {claim.attempts}"))


def enqueue(session: Session, key: str) -> None:
    enqueue_job(session, "greet", {}, key)


def effects(db: Database) -> list[str]:
    with db.read() as session:
        return list(session.exec(select(AuditEntry.act)).all())


@pytest.mark.parametrize("days", [1, 400])
def test_forward_in_the_middle_of_a_job_another_may_take_it_and_one_effect_stays(
    db: Database, clock: HeldClock, register: Callable[[Work], None], days: int
) -> None:
    def jump(claim: Claim) -> Effect:
        if claim.attempts == 1:
            clock.move(days=days)
            assert Worker(db).work_off() == 1
        return greet(claim)

    register(jump)
    write_now(enqueue, "a")

    Worker(db).work_off()

    assert effects(db) == ["a by 2"]


def test_back_in_the_middle_of_a_job_it_is_finished_once(
    db: Database, clock: HeldClock, register: Callable[[Work], None]
) -> None:
    def jump(claim: Claim) -> Effect:
        clock.move(days=-1)
        assert Worker(db).work_off() == 0
        return greet(claim)

    register(jump)
    write_now(enqueue, "a")

    Worker(db).work_off()

    assert effects(db) == ["a by 1"]


def test_back_while_jobs_wait_new_ones_go_on_and_the_old_ones_are_done_in_their_time(
    db: Database, clock: HeldClock, register: Callable[[Work], None]
) -> None:
    register(greet)
    write_now(enqueue, "before")
    clock.move(hours=-1)
    write_now(enqueue, "after")

    Worker(db).work_off()
    first = effects(db)
    clock.move(hours=1)
    Worker(db).work_off()

    assert first == ["after by 1"]
    assert effects(db) == ["after by 1", "before by 1"]
    with db.read() as session:
        assert {j.status for j in session.exec(select(Job)).all()} == {JobStatus.DONE}
