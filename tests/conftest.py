"""What every test may ask for: a database, the time, and the people."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlmodel import Session

from certify_app.config import Settings, settings
from certify_app.db.engine import Database, using
from tests.clock import HeldClock
from tests.databases import COPIES, migrated_database, migrated_file, postgres
from tests.people import People, add_people

__all__ = ["migrated_database", "migrated_file", "postgres"]


@pytest.fixture(autouse=True)
def clean_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[pytest.MonkeyPatch]:
    """No setting of this machine reaches a test; data goes to the test's folder.

    After `setenv`, a test calls `settings.cache_clear()`.
    """
    for name in [n for n in os.environ if n.startswith("CERTIFY_") or n == "PORT"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CERTIFY_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    settings.cache_clear()
    yield monkeypatch
    settings.cache_clear()


@pytest.fixture(params=list(COPIES))
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database, once on SQLite and once on PostgreSQL; `database()` is it."""
    with COPIES[request.param](request, tmp_path) as copy, using(copy):
        yield copy


@pytest.fixture
def session(db: Database) -> Iterator[Session]:
    """One unit of work, thrown away at the end.

    For what must be committed, or for several units: `with db.write() as session`.
    """
    with Session(db.engine, expire_on_commit=False) as unit:
        yield unit


@pytest.fixture
def clock() -> Iterator[HeldClock]:
    with ExitStack() as stack:
        yield HeldClock(stack)


@pytest.fixture
def people(db: Database) -> People:
    """Jane, Dave, Tracy, Olwen and Mallory, committed; see tests/people.py."""
    with db.write() as session:
        return add_people(session)
