"""What the database and the data folder say, asked when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from certify_app.db.engine import read_now
from certify_app.domain.watch.standing import Standing, look_around


class Deployment(Collector):
    """Nothing but `certify_database_up 0` while the database does not answer."""

    def describe(self) -> list[Metric]:
        """Asked at registration, when no database may be there yet."""
        return []

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("certify_database_up", "Whether the database answers")
        try:
            found = read_now(look_around)
        except SQLAlchemyError:
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield up
        yield from _families(found)


def _families(found: Standing) -> Iterator[Metric]:
    jobs = GaugeMetricFamily("certify_jobs", "Jobs by status", labels=["status"])
    for status, count in found.jobs.items():
        jobs.add_metric([status], count)
    yield jobs
    mails = GaugeMetricFamily("certify_mails", "Mails by status", labels=["status"])
    for status, count in found.mails.items():
        mails.add_metric([status], count)
    yield mails
    for name, says, value in (
        ("certify_job_late_seconds", "How long the next job waits already", found.late_seconds),
        ("certify_disk_free_bytes", "Left where the data is", found.disk_free),
        ("certify_disk_bytes", "In all where the data is", found.disk_total),
        ("certify_backup_age_seconds", "Since the last backup", found.backup_seconds),
    ):
        if value is not None:
            yield GaugeMetricFamily(name, says, value=value)
