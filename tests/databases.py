"""An empty, migrated database for each test, copied from one made once a run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from certify_app.db.engine import Database
from certify_app.db.migrate import migrate
from tests.postgres_server import PostgresServer, find_programs


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the schema of this code."""
    path = tmp_path_factory.mktemp("migrated") / "certify.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL's programs are not installed: apt install postgresql")
    server = PostgresServer(programs)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated_database(postgres: PostgresServer) -> str:
    """The name of a PostgreSQL database with the schema of this code."""
    name = postgres.new_database()
    _migrate(postgres.url(name))
    return name


@contextmanager
def sqlite_copy(request: pytest.FixtureRequest, folder: Path) -> Iterator[Database]:
    path = folder / "certify.db"
    shutil.copyfile(request.getfixturevalue("migrated_file"), path)
    db = Database(f"sqlite:///{path}")
    yield db
    db.close()


@contextmanager
def postgres_copy(request: pytest.FixtureRequest, _folder: Path) -> Iterator[Database]:
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.new_database(request.getfixturevalue("migrated_database"))
    db = Database(server.url(name))
    yield db
    db.close()
    server.drop(name)


Copy = Callable[[pytest.FixtureRequest, Path], AbstractContextManager[Database]]
COPIES: dict[str, Copy] = {
    "sqlite": sqlite_copy,
    "postgresql": postgres_copy,
}


def _migrate(url: str) -> None:
    db = Database(url)
    migrate(db)
    db.close()
