from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.container import installed as steps

SLOW_JOB = """
import time
from certify_app.jobs.registry import job

@job("slow")
def slow(claim):
    time.sleep(claim.args["seconds"])
"""


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """A clean directory that another user may look into."""
    folder = Path(tempfile.mkdtemp(prefix="certify-container-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def wheel(place: Path) -> Path:
    (place / "wheel").mkdir()
    return steps.make_wheel(steps.copy_source(place / "source"), place / "wheel")


@pytest.fixture(scope="session")
def installed(place: Path, wheel: Path) -> steps.Installed:
    made = steps.install_quickly(wheel, place / "quick")
    steps.bring_pages(made)
    made.add_job("slow", SLOW_JOB)
    made.add_scripts()
    made.make_read_only()
    return made
