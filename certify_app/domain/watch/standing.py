"""A look around: jobs, mails, disk, backup."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, func, select

from certify_app.config import settings
from certify_app.domain.backups.last_backup import last_backup
from certify_app.domain.clock import now
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.domain.jobs.queries import count_by_status
from certify_app.domain.messages.models import Mail, MailStatus

LOW_BYTES = 1_000_000_000
LOW_SHARE = 0.05
LATE_SECONDS = 300.0


@dataclass(frozen=True)
class Standing:
    """`late_seconds` is how long the job that is due first waits; a backup that was never
    made has no age."""

    jobs: dict[str, int]
    mails: dict[str, int]
    late_seconds: float
    disk_free: int
    disk_total: int
    backup_seconds: float | None

    @property
    def disk_is_low(self) -> bool:
        return self.disk_free < min(LOW_BYTES, self.disk_total * LOW_SHARE)


def look_around(session: Session) -> Standing:
    disk = shutil.disk_usage(_nearest(settings().data_dir))
    backup = last_backup()
    return Standing(
        jobs={status.value: count for status, count in count_by_status(session).items()},
        mails=_mails(session),
        late_seconds=_late(session),
        disk_free=disk.free,
        disk_total=disk.total,
        backup_seconds=(now() - backup.at).total_seconds() if backup else None,
    )


def _mails(session: Session) -> dict[str, int]:
    rows = session.exec(select(Mail.status, func.count()).group_by(col(Mail.status))).all()
    found = dict(rows)
    return {status.value: found.get(status, 0) for status in MailStatus}


def _late(session: Session) -> float:
    first = session.exec(select(func.min(Job.run_at)).where(Job.status == JobStatus.WAITING)).one()
    return max(0.0, (now() - first).total_seconds()) if first else 0.0


def _nearest(folder: Path) -> Path:
    """The folder, or the first above it that is there."""
    return next(path for path in (folder, *folder.parents) if path.exists())
