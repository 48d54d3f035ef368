"""The worker's threads: at once, together, and not in each other's way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from threading import Event, Lock, Timer

import pytest
from sqlmodel import Session, func, select

from certify_app.db.engine import Database, write_now
from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.jobs.worker import Worker
from tests.unit.jobs.conftest import Register
from tests.waiting import wait_until


@contextmanager
def working(db: Database, **options: object) -> Iterator[Worker]:
    worker = Worker(db, **options)  # type: ignore[arg-type]
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()


def enqueue_many(session: Session, count: int) -> None:
    for number in range(count):
        enqueue_job(session, "count", {"number": number}, f"count {number}")


def how_many(db: Database, status: JobStatus) -> int:
    with db.read() as session:
        return session.exec(select(func.count()).where(Job.status == status)).one()


def leased_until(db: Database) -> datetime:
    with db.read() as session:
        until = session.exec(select(Job.run_at)).one()
    assert until
    return until


def test_a_job_enqueued_in_this_process_starts_at_once(
    db: Database, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("certify_app.jobs.worker.POLL_SECONDS", 60)
    started = Event()
    register("count", lambda _: started.set())

    with working(db):
        assert not started.wait(0.2)
        write_now(enqueue_many, 1)
        assert started.wait(5)


def test_a_job_enqueued_elsewhere_is_found_by_looking(
    db: Database, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("certify_app.domain.jobs.enqueue_job.wake_up_after_commit", lambda _: None)
    started = Event()
    register("count", lambda _: started.set())

    with working(db):
        write_now(enqueue_many, 1)
        assert started.wait(5)


def test_a_rolled_back_job_never_starts(db: Database, register: Register) -> None:
    started = Event()
    register("count", lambda _: started.set())

    with working(db):
        with Session(db.engine) as session:
            enqueue_many(session, 1)
            session.rollback()
        assert not started.wait(1)


def test_several_workers_never_do_one_job_at_the_same_time_and_miss_none(
    db: Database, register: Register
) -> None:
    running: set[int] = set()
    done: Counter[int] = Counter()
    together: list[int] = []
    lock, pause = Lock(), Event()

    def count(claim: Claim) -> None:
        number = claim.args["number"]
        with lock:
            if number in running:
                together.append(number)
            running.add(number)
        pause.wait(0.002)
        with lock:
            running.discard(number)
            done[number] += 1

    register("count", count)
    write_now(enqueue_many, 60)
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(working(db, threads=2))
        wait_until(lambda: how_many(db, JobStatus.DONE) == 60, "60 jobs are done", seconds=60)

    assert together == []
    assert done == Counter(range(60))


def test_a_long_job_keeps_its_lease_as_long_as_its_worker_lives(
    db: Database, register: Register
) -> None:
    runs: list[int] = []
    go_on = Event()

    def long(claim: Claim) -> None:
        runs.append(claim.attempts)
        go_on.wait(20)

    register("count", long)
    lease = timedelta(seconds=0.6)
    with working(db, lease=lease), working(db, lease=lease):
        write_now(enqueue_many, 1)
        wait_until(lambda: bool(runs), "the job runs")
        first = leased_until(db)
        wait_until(lambda: leased_until(db) > first + 3 * lease, "the lease is renewed")
        go_on.set()
        wait_until(lambda: how_many(db, JobStatus.DONE) == 1, "the job is done")

    assert runs == [1]


def test_a_job_that_takes_longer_than_it_may_is_given_to_another(
    db: Database, register: Register
) -> None:
    runs: list[int] = []
    go_on = Event()

    def stuck(claim: Claim) -> None:
        runs.append(claim.attempts)
        if claim.attempts == 1:
            go_on.wait(20)

    register("count", stuck, longest=timedelta(0))
    with working(db, lease=timedelta(seconds=0.5)):
        write_now(enqueue_many, 1)
        wait_until(lambda: how_many(db, JobStatus.DONE) == 1, "another thread did it")
        go_on.set()

    assert runs == [1, 2]


def test_stopping_waits_for_what_is_in_hand_and_takes_no_more(
    db: Database, register: Register
) -> None:
    started, go_on = Event(), Event()

    def work(_claim: Claim) -> None:
        started.set()
        go_on.wait(20)

    register("count", work)
    worker = Worker(db, threads=1)
    worker.start()
    write_now(enqueue_many, 2)
    assert started.wait(5)

    Timer(0.2, go_on.set).start()
    assert worker.stop()
    assert (how_many(db, JobStatus.DONE), how_many(db, JobStatus.WAITING)) == (1, 1)


def test_stopping_gives_up_on_what_takes_too_long(db: Database, register: Register) -> None:
    started, go_on = Event(), Event()

    def work(_claim: Claim) -> None:
        started.set()
        go_on.wait(20)

    register("count", work)
    worker = Worker(db, threads=1)
    worker.start()
    write_now(enqueue_many, 1)
    assert started.wait(5)

    assert not worker.stop(seconds=0.2)
    go_on.set()
    assert worker.stop()


def test_a_database_that_is_away_for_a_while_stops_nobody(
    db: Database, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Event()
    register("count", lambda _: done.set())
    away = iter([True, True, True])

    class Flaky(Worker):
        def _claim(self) -> Claim | None:
            if next(away, False):
                raise ConnectionError
            return super()._claim()

    worker = Flaky(db, threads=1)
    write_now(enqueue_many, 1)
    worker.start()

    assert done.wait(10)
    assert worker.stop()
