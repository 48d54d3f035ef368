"""Connections to SQLite or PostgreSQL: short safe writes, reads that never block them.

On SQLite a write transaction starts with BEGIN IMMEDIATE, so it never fails half
way by a lock upgrade, and a read one with BEGIN, so a forgotten reader blocks no
writer. On PostgreSQL both run READ COMMITTED; limited things are guarded by
conditional UPDATEs on either.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

P = ParamSpec("P")
T = TypeVar("T")


class Database:
    """One database, with a writing and a reading view of it."""

    def __init__(self, url: str, pool_size: int = 10) -> None:
        self.url = url
        self.engine = _engine(url, pool_size)
        self._reading = self.engine.execution_options(readonly=True)

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A unit of work: committed whole at the end of the block, or not at all."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A view that changes nothing."""
        with Session(self._reading, expire_on_commit=False, autoflush=False) as session:
            yield session

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: str, pool_size: int) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_size=pool_size, max_overflow=5, pool_pre_ping=True)
    if name := make_url(url).database:
        Path(name).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=20,
        connect_args={"check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=15000",
        "cache_size=-16000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    readonly = connection.get_execution_options().get("readonly")
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")


_current: list[Database] = []


def database() -> Database:
    """The database of this process, opened on first use."""
    if not _current:
        import certify_app.db.tables  # noqa: F401 — a foreign key needs its table to be known.
        from certify_app.config import settings

        _current.append(Database(settings().database))
    return _current[-1]


@contextmanager
def using(db: Database) -> Iterator[Database]:
    """Make another database the current one, for a test or a command."""
    _current.append(db)
    try:
        yield db
    finally:
        _current.remove(db)


async def write(
    use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Run a use case in a write transaction, off the event loop."""
    return await asyncio.to_thread(lambda: write_now(use_case, *args, **kwargs))


async def read(query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a query off the event loop."""
    return await asyncio.to_thread(lambda: read_now(query, *args, **kwargs))


def write_now(
    use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    with database().write() as session:
        return use_case(session, *args, **kwargs)


def read_now(query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    with database().read() as session:
        return query(session, *args, **kwargs)
