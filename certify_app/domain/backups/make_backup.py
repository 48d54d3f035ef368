"""Write everything to one file while the portal runs, and read it again to be sure."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection, Table

from certify_app.config import settings
from certify_app.db.engine import Database
from certify_app.db.migrate import is_current, revision_of
from certify_app.db.snapshot import at_one_moment, rows_of, tables_of
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.backups.archive import Archive, new_archive
from certify_app.domain.backups.check_backup import check_backup
from certify_app.domain.backups.data_files import data_files
from certify_app.domain.backups.errors import FileIsThere, NoRoom
from certify_app.domain.backups.last_backup import note_backup
from certify_app.domain.backups.manifest import FILES, TABLES, Manifest
from certify_app.domain.clock import now

Tell = Callable[[str], None]


def backup_name() -> str:
    return f"certify-{now():%Y%m%d-%H%M%S}.backup"


def make_backup(db: Database, path: Path, tell: Tell = lambda _: None) -> Manifest:
    """The rows as of one moment, then the files, which are never changed once written.

    Raises:
        FileIsThere, NoRoom
        BadBackup: what was read back differs from what was written: a failing disk.
    """
    if path.exists():
        raise FileIsThere(name=path.name)
    half = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        _write(db, half, tell)
        tell("Reading it again")
        manifest = check_backup(half, settings().secret)
        half.rename(path)
        note_backup(path)
    except OSError as error:
        raise NoRoom(reason=error.strerror or type(error).__name__) from None
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    if is_current(db):  # Otherwise this code does not know the audit log's columns.
        with db.write() as session:
            record_act(session, "backup_made", "backup", None, rows=manifest.rows)
    return manifest


def _write(db: Database, path: Path, tell: Tell) -> None:
    with at_one_moment(db) as connection:
        manifest = Manifest(
            certify=version("certify"),
            made_at=now().isoformat(timespec="seconds"),
            database=connection.dialect.name,
            revision=revision_of(connection) or "",
        )
        with new_archive(path, manifest) as archive:
            tell("Writing the tables")
            for table in tables_of(connection):
                _write_table(archive, connection, table)
            tell("Writing the files")
            for name, file in data_files():
                archive.add_file(FILES + name, file)
            archive.seal(settings().secret)


def _write_table(archive: Archive, connection: Connection, table: Table) -> None:
    """One row a line, as a JSON list."""
    count = 0
    name = TABLES + table.name
    with archive.member(name) as target:
        for row in rows_of(connection, table):
            target.write(
                json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            )
            count += 1
    member = archive.manifest.members[name]
    member.rows, member.columns = count, [column.name for column in table.columns]
