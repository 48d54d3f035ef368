"""The periodic jobs there are: known by name, and forgetting only what is over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database
from certify_app.domain.accounts.models import LinkPurpose, LoginSession, MailLink, RateCount
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.jobs.registry import find_job
from certify_app.jobs.schedule import EVERY as REAL_EVERY
from certify_app.jobs.worker import Worker
from tests.clock import START, HeldClock
from tests.people import People

SCHEDULED = dict(REAL_EVERY)


@pytest.fixture(autouse=True)
def everything_periodic(monkeypatch: pytest.MonkeyPatch, nothing_periodic: None) -> None:
    monkeypatch.setattr("certify_app.jobs.schedule.EVERY", SCHEDULED)


@pytest.mark.parametrize("name", SCHEDULED)
def test_a_scheduled_job_is_registered(name: str) -> None:
    assert find_job(name)


def test_every_scheduled_job_runs_on_an_empty_database(db: Database, clock: HeldClock) -> None:
    Worker(db).work_off()

    with db.read() as session:
        jobs = {job.name: job for job in session.exec(select(Job)).all()}
    assert set(jobs) == set(SCHEDULED)
    assert {job.status for job in jobs.values()} == {JobStatus.WAITING}
    assert {job.problem for job in jobs.values()} == {""}


def test_what_is_over_is_forgotten_and_what_is_not_stays(
    db: Database, clock: HeldClock, people: People
) -> None:
    with db.write() as session:
        _add_logins(session, people.jane.id)
        _add_links(session, people.jane.id)
        _add_counts(session)

    Worker(db).work_off()

    with db.read() as session:
        assert _kept(session, LoginSession.token_hash) == {"running", "ended"}
        assert _kept(session, MailLink.token_hash) == {"fresh", "expired"}
        assert _kept(session, RateCount.key) == {"counting"}


def _kept(session: Session, column: str) -> set[str]:
    return set(session.exec(select(column)).all())


def _add_logins(session: Session, account_id: int) -> None:
    for token, expires, ended in (
        ("running", START + timedelta(hours=1), None),
        ("ended", START + timedelta(hours=1), START - timedelta(days=1)),
        ("ended long ago", START + timedelta(hours=1), START - timedelta(days=31)),
        ("expired long ago", START - timedelta(days=31), None),
    ):
        session.add(
            LoginSession(
                token_hash=token, account_id=account_id, expires_at=expires, ended_at=ended
            )
        )


def _add_links(session: Session, account_id: int) -> None:
    for token, days in (("fresh", 1), ("expired", -1), ("expired long ago", -31)):
        session.add(
            MailLink(
                token_hash=token,
                purpose=LinkPurpose.RESET_PASSWORD,
                account_id=account_id,
                expires_at=START + timedelta(days=days),
            )
        )


def _add_counts(session: Session) -> None:
    for key, minutes in (("counting", 1), ("over", -1)):
        session.add(RateCount(key=key, window_ends_at=START + timedelta(minutes=minutes)))
