"""Workers killed by SIGKILL inside a job lose nothing, and do nothing twice in the database."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, write_now
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.models import Job, JobStatus
from tests.faults import killed_worker
from tests.faults.killed_worker import NAME, POINTS

ROOT = Path(__file__).resolve().parents[2]


def enqueue_many(session: Session, count: int) -> None:
    for number in range(count):
        enqueue_job(session, NAME, {"number": number}, f"deliver {number}")


def work_under_fire(db: Database, folder: Path, workers: int) -> None:
    """Returns when every job has ended."""
    program = [sys.executable, killed_worker.__file__, db.url, str(workers)]
    done = subprocess.run(
        program,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "FOLDER": str(folder)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def lines(path: Path) -> Counter[str]:
    return Counter(path.read_text().splitlines()) if path.exists() else Counter()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("count", [30, pytest.param(500, marks=pytest.mark.long)])
def test_no_job_is_lost_and_no_effect_happens_twice(
    db: Database, tmp_path: Path, count: int
) -> None:
    write_now(enqueue_many, count)
    began = time.monotonic()

    work_under_fire(db, tmp_path, workers=2 if count < 100 else 4)

    kills, outside = lines(tmp_path / "kills"), lines(tmp_path / "outside")
    with db.read() as session:
        jobs = session.exec(select(Job)).all()
        effects = Counter(session.exec(select(AuditEntry.object_id)).all())
    print(
        f"{db.engine.dialect.name}: {count} jobs, {kills.total()} kills {dict(kills)}, "
        f"{outside.total()} outside effects, {time.monotonic() - began:.1f} s"
    )
    assert {job.status for job in jobs} == {JobStatus.DONE}
    assert effects == Counter(range(count))
    assert set(outside) == {f"deliver {number}" for number in range(count)}
    assert set(kills) == set(POINTS)
    assert kills.total() > count // 2
