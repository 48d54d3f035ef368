"""Claiming: one job, one worker, for the length of a lease."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, write_now
from certify_app.domain.clock import now
from certify_app.domain.jobs.claim_job import LEASE, Claim, claim_job, work_is_due
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.finish_job import bury_job, finish_job
from certify_app.domain.jobs.models import Job
from tests.clock import HeldClock
from tests.people import id_of


def enqueue(*names: str, **later: float) -> None:
    for name in names:
        write_now(enqueue_job, name, {}, name, now() + timedelta(**later))


def claim(worker: str = "w1") -> Claim | None:
    return write_now(claim_job, worker)


def claim_something(worker: str = "w1") -> Claim:
    taken = claim(worker)
    assert taken
    return taken


def test_nothing_is_claimed_where_nothing_waits(db: Database) -> None:
    assert claim() is None


def test_the_job_that_waits_longest_comes_first(db: Database, clock: HeldClock) -> None:
    enqueue("second")
    enqueue("first", minutes=-1)

    assert [claim_something().name, claim_something().name] == ["first", "second"]


def test_a_job_is_not_claimed_before_its_time(db: Database, clock: HeldClock) -> None:
    enqueue("later", minutes=5)
    assert claim() is None

    clock.move(minutes=5)

    assert claim_something().name == "later"


def test_what_is_being_done_is_not_claimed_again(db: Database, clock: HeldClock) -> None:
    enqueue("only")
    claim_something()

    clock.move(seconds=LEASE.total_seconds() - 1)

    assert claim("w2") is None


def test_a_lease_that_ran_out_is_taken_over_and_counted(db: Database, clock: HeldClock) -> None:
    enqueue("only")
    first = claim_something()

    clock.move(seconds=LEASE.total_seconds())
    second = claim_something("w2")

    assert (first.attempts, second.attempts) == (1, 2)
    assert second.job_id == first.job_id
    assert second.worker != first.worker


def test_every_claim_has_a_name_of_its_own_even_from_one_worker(
    db: Database, clock: HeldClock
) -> None:
    enqueue("only")
    first = claim_something("w1")

    clock.move(seconds=LEASE.total_seconds())

    assert claim_something("w1").worker != first.worker


@pytest.mark.parametrize("end", [finish_job, lambda s, c: bury_job(s, c, "broken")])
def test_what_is_over_is_never_claimed(
    db: Database, clock: HeldClock, end: Callable[[Session, Claim], None]
) -> None:
    enqueue("only")
    write_now(end, claim_something())

    clock.move(days=400)

    assert claim() is None


def test_eight_workers_at_once_claim_every_job_once(db: Database) -> None:
    enqueue(*(f"job {n}" for n in range(40)))

    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda n: claim(f"w{n % 8}"), range(48)))

    claims = [c for c in taken if c]
    assert sorted(c.job_id for c in claims) == sorted(_job_ids(db))


def test_a_look_for_work_sees_what_is_due_and_takes_nothing(db: Database, clock: HeldClock) -> None:
    enqueue("later", minutes=5)
    with db.read() as session:
        before = work_is_due(session)
    clock.move(minutes=5)
    with db.read() as session:
        after = work_is_due(session)

    assert (before, after) == (False, True)
    assert claim_something().attempts == 1


def _job_ids(db: Database) -> list[int]:
    with db.read() as session:
        return [id_of(job) for job in session.exec(select(Job)).all()]
