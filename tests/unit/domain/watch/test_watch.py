"""The awarding body is told when something needs somebody, and not every hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from certify_app.domain.clock import now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.domain.messages.models import Mail
from certify_app.domain.watch.standing import Standing, look_around
from certify_app.domain.watch.watch import open_alerts, troubles, watch_deployment
from tests.clock import HeldClock

WELL = Standing(
    jobs={"dead": 0},
    mails={"failed": 0},
    late_seconds=0,
    disk_free=50 * 10**9,
    disk_total=100 * 10**9,
    backup_seconds=3600,
)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"jobs": {"dead": 1}}, "jobs_dead"),
        ({"mails": {"failed": 1}}, "mails_failed"),
        ({"late_seconds": 301}, "jobs_late"),
        ({"disk_free": 10**8}, "disk_low"),
        ({"backup_seconds": 37 * 3600}, "backup_old"),
    ],
)
def test_each_trouble_is_known_by_its_sign(change: dict[str, object], name: str) -> None:
    assert troubles(WELL) == set()
    assert troubles(replace(WELL, **change)) == {name}  # type: ignore[arg-type]


def test_without_any_backup_none_is_missed() -> None:
    assert troubles(replace(WELL, backup_seconds=None)) == set()


def mails(session: Session) -> int:
    return len(session.exec(select(Mail).where(Mail.kind == "deployment_alert")).all())


def test_it_is_told_once_a_day_until_it_is_over(session: Session, clock: HeldClock) -> None:
    job = enqueue_job(session, "send_mail", {}, "one")
    job.status, job.run_at = JobStatus.DEAD, None
    session.add(job)
    watch_deployment(session)
    watch_deployment(session)
    assert mails(session) == 1
    assert [alert.name for alert in open_alerts(session)] == ["jobs_dead"]
    clock.move(hours=25)
    forget_late_ones(session)
    watch_deployment(session)
    assert mails(session) == 2
    session.delete(job)
    session.flush()
    watch_deployment(session)
    assert open_alerts(session) == []
    assert mails(session) == 2


def forget_late_ones(session: Session) -> None:
    """The mails' own jobs, which nobody does here."""
    for job in session.exec(select(Job).where(Job.status == JobStatus.WAITING)):
        job.run_at = now() + timedelta(days=9)
        session.add(job)
    session.flush()


def test_what_waits_for_later_is_not_late(session: Session, clock: HeldClock) -> None:
    enqueue_job(session, "send_mail", {}, "later", run_at=now() + timedelta(hours=1))
    assert look_around(session).late_seconds == 0
    clock.move(hours=2)
    assert look_around(session).late_seconds == 3600
