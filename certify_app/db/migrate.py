"""Bring the schema to this version of the code, or say which version it has."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from certify_app.db.engine import Database

MIGRATING = 7_236_514
"""The number by which processes that start together wait for one another."""


def migrate(db: Database) -> None:
    """Apply every migration not yet applied, in one transaction; one process at a time."""
    with db.engine.begin() as connection:
        if not db.is_sqlite:  # There a transaction that writes is alone anyway.
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
        upgrade(connection, "head")


def upgrade(connection: Connection, revision: str) -> None:
    """Up to a revision, within the caller's transaction."""
    command.upgrade(_config(connection), revision)


def revision_of(connection: Connection) -> str | None:
    """The newest migration that this database had; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def is_known(revision: str) -> bool:
    """Whether this code has that migration."""
    scripts = ScriptDirectory.from_config(_config(None))
    return revision in {script.revision for script in scripts.walk_revisions()}


def write_migration(db: Database, message: str) -> None:
    """Write the next migration from what the models say and the database lacks."""
    with db.engine.begin() as connection:
        command.revision(_config(connection), message, autogenerate=True, rev_id=_next_id())


def newest() -> str:
    """The revision that this code needs."""
    return ScriptDirectory.from_config(_config(None)).get_current_head() or ""


def is_current(db: Database) -> bool:
    with db.engine.connect() as connection:
        return revision_of(connection) == newest()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def _next_id() -> str:
    versions = Path(__file__).parent / "migrations" / "versions"
    return f"{len(list(versions.glob('[0-9]*.py'))) + 1:04d}"
