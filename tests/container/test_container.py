"""The steps of the container, without Docker: the wheel, another user, health, the end."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.container.installed import ROOT, Container, Installed, bare_environment, started
from tests.waiting import wait_until

ENDS_WITHIN = 10.0


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "certify_app"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    held = set(zipfile.ZipFile(wheel).namelist())
    assert set(tracked) - held == set()
    assert {name for name in held if "__pycache__" in name or name.endswith(".pyc")} == set()


def test_an_installed_copy_needs_no_checkout(installed: Installed, tmp_path: Path) -> None:
    env = bare_environment(CERTIFY_DATA_DIR=str(tmp_path / "data"))
    said = json.loads(installed.certify("version", "--json", env=env, cwd=tmp_path))
    assert said["revision"]
    shown = installed.certify("demo", env=env, cwd=tmp_path)
    assert "jane" in shown
    assert (tmp_path / "data" / "certify.db").exists()


def test_data_is_in_the_working_folder_where_no_other_is_set(
    installed: Installed, tmp_path: Path
) -> None:
    installed.certify("migrate", env=bare_environment(), cwd=tmp_path)
    assert (tmp_path / "data" / "certify.db").exists()


@pytest.fixture(scope="module")
def container(
    installed: Installed, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Container]:
    folder = tmp_path_factory.mktemp("running")
    for path in (folder, *folder.parents[:3]):
        path.chmod(path.stat().st_mode | 0o055)
    with started(installed, folder) as running:
        yield running


def test_it_runs_as_another_user_on_code_nobody_can_write(container: Container) -> None:
    assert container.is_healthy()
    code, page = container.get("/login")
    assert code == 200
    assert '<html lang="en"' in page
    assert container.get("/readyz")[0] == 200
    assert (container.data / "certify.db").exists()


def test_the_end_comes_within_ten_seconds_and_loses_no_job(container: Container) -> None:
    """One job that ends in time, one that hangs, and one that waits."""
    file = container.data / "certify.db"
    for key, seconds in (("short", 3), ("hangs", 60)):
        enqueue(file, key, seconds)
    wait_until(lambda: status(file, "hangs") == "RUNNING", "both jobs to run")
    wait_until(lambda: status(file, "short") in ("RUNNING", "DONE"), "both jobs to run")
    enqueue(file, "waits", 0)
    begun = time.monotonic()
    container.process.send_signal(signal.SIGTERM)
    container.process.wait(timeout=20)
    assert time.monotonic() - begun < ENDS_WITHIN
    assert status(file, "short") == "DONE"
    assert status(file, "hangs") == "RUNNING"  # its lease runs out; the next worker takes it
    assert status(file, "waits") == "WAITING"
    assert "Traceback" not in container.log.read_text()


def enqueue(file: Path, key: str, seconds: int) -> None:
    with sqlite3.connect(file, timeout=20) as db:
        db.execute(
            "INSERT INTO job (name, args, key, status, attempts, run_at, worker, problem, "
            "created_at) VALUES ('slow', ?, ?, 'WAITING', 0, datetime('now'), '', '', "
            "datetime('now'))",
            (json.dumps({"seconds": seconds}), key),
        )


def status(file: Path, key: str) -> str:
    with sqlite3.connect(file, timeout=20) as db:
        return str(db.execute("SELECT status FROM job WHERE key = ?", (key,)).fetchone()[0])
