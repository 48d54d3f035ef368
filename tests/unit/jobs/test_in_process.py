"""The worker inside `certify serve`, and `certify worker`."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from threading import Event

import pytest
from sqlmodel import Session, func, select
from typer.testing import CliRunner

from certify_app.cli.main import make_app
from certify_app.config import settings
from certify_app.db.engine import Database, write_now
from certify_app.domain.jobs.enqueue_job import enqueue_job
from certify_app.domain.jobs.models import Job, JobStatus
from certify_app.jobs.in_process import working
from tests.unit.jobs.conftest import Register


def enqueue(session: Session) -> None:
    enqueue_job(session, "greet", {}, "greet 1")


def test_jobs_are_done_while_the_portal_serves(db: Database, register: Register) -> None:
    done = Event()
    register("greet", lambda _: done.set())

    async def serve() -> bool:
        async with working():
            await asyncio.to_thread(write_now, enqueue)
            return await asyncio.to_thread(done.wait, 10)

    assert asyncio.run(serve())


def test_the_portal_starts_while_the_database_is_not_ready(
    clean_environment: pytest.MonkeyPatch,
) -> None:
    async def serve() -> str:
        async with working():
            return "serving"

    assert asyncio.run(serve()) == "serving"


def test_the_portal_can_leave_the_work_to_others(
    db: Database, register: Register, clean_environment: pytest.MonkeyPatch
) -> None:
    clean_environment.setenv("CERTIFY_WORKER_THREADS", "0")
    settings.cache_clear()
    done = Event()
    register("greet", lambda _: done.set())
    write_now(enqueue)

    async def serve() -> bool:
        async with working():
            return await asyncio.to_thread(done.wait, 1)

    assert not asyncio.run(serve())


def test_certify_worker_once_does_what_is_due_and_ends(db: Database, register: Register) -> None:
    register("greet", lambda _: None)
    write_now(enqueue)

    result = CliRunner().invoke(make_app("worker"), ["worker", "--once"])

    assert result.output == "Jobs done: 1\n", repr(result.exception)
    with db.read() as session:
        done = select(func.count()).where(Job.status == JobStatus.DONE)
        assert session.exec(done).one() == 1


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_certify_worker_ends_when_told(db: Database, told: signal.Signals) -> None:
    environment = {**os.environ, "CERTIFY_DATABASE_URL": db.url}
    command = [sys.executable, "-c", "from certify_app.cli.main import run; run()", "worker"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "The worker is ready.\n"

    process.send_signal(told)

    assert process.wait(timeout=15) == 0
