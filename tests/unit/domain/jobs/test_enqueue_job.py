"""Enqueueing: with the change it follows, and once per key."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, write_now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.models import Job


def test_a_job_is_there_once_its_change_is_committed(db: Database) -> None:
    with db.write() as session:
        job = enqueue_job(session, "greet", {"who": "Jane"}, key="greet 1")

    with db.read() as session:
        found = session.exec(select(Job)).one()
    assert (found.id, found.args, found.status) == (job.id, {"who": "Jane"}, "waiting")


def test_a_job_goes_with_the_change_that_was_rolled_back(db: Database) -> None:
    def fail_after_enqueueing(session: Session) -> None:
        enqueue_job(session, "greet", {}, key="greet 1")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_now(fail_after_enqueueing)

    with db.read() as session:
        assert session.exec(select(Job)).all() == []


def test_the_same_key_again_gives_the_job_that_is_there(db: Database) -> None:
    with db.write() as session:
        first = enqueue_job(session, "greet", {"who": "Jane"}, key="greet 1")
        second = enqueue_job(session, "greet", {"who": "Dave"}, key="greet 1")

    assert second.id == first.id
    assert second.args == {"who": "Jane"}


def test_eight_at_once_with_one_key_leave_one_job(db: Database) -> None:
    with ThreadPoolExecutor(8) as pool:
        jobs = list(pool.map(lambda _: write_now(enqueue_job, "greet", {}, "one"), range(8)))

    assert len({job.id for job in jobs}) == 1
