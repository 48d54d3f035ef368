"""Bring everything back: the rows in one transaction, then the files."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

from sqlalchemy import Connection, MetaData

from certify_app.config import settings
from certify_app.db.engine import Database
from certify_app.db.migrate import is_known, upgrade
from certify_app.db.refill import begin_refill, drop_everything, is_empty, refill
from certify_app.db.snapshot import tables_of
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.backups.check_backup import check_backup, opened
from certify_app.domain.backups.data_files import data_files
from certify_app.domain.backups.errors import DataIsThere, NewerBackup
from certify_app.domain.backups.manifest import FILES, TABLES, Manifest

Tell = Callable[[str], None]
MAKES_NO_DATA = frozenset({"job", "product", "delivery_method", "rate_count", "invoice_counter"})
"""What is there from the first start on, before anybody has used it."""


def restore_backup(
    db: Database,
    path: Path,
    force: bool = False,
    any_seal: bool = False,
    tell: Tell = lambda _: None,
) -> Manifest:
    """Stop the portal first. With `force` what is there is replaced.

    Raises:
        BadBackup: nothing was touched.
        DataIsThere
    """
    tell("Checking the backup")
    manifest = check_backup(path, settings().secret, any_seal)
    if not is_known(manifest.revision):
        raise NewerBackup(name=path.name, version=manifest.certify)
    if not force and holds_data(db):
        raise DataIsThere
    with opened(path) as file, db.engine.begin() as connection:
        tell("Bringing back the tables")
        _bring_back_rows(connection, file, manifest)
        tell("Bringing back the files")
        _bring_back_files(file, manifest)
    if force:
        _remove_other_files(manifest)
    with db.write() as session:
        record_act(session, "backup_restored", "backup", None, rows=manifest.rows)
    return manifest


def holds_data(db: Database) -> bool:
    """Whether anybody has used this deployment."""
    with db.engine.connect() as connection:
        tables = [t for t in tables_of(connection) if t.name not in MAKES_NO_DATA]
        return any(not is_empty(connection, table) for table in tables)


def _bring_back_rows(connection: Connection, file: ZipFile, manifest: Manifest) -> None:
    """First the schema that the rows had, then the migrations since."""
    begin_refill(connection)
    drop_everything(connection)
    upgrade(connection, manifest.revision)
    found = MetaData()
    found.reflect(connection)
    for table in found.sorted_tables:
        member = manifest.tables.get(table.name)
        if member is None:
            continue
        if not is_empty(connection, table):
            connection.execute(table.delete())
        refill(connection, table, member.columns, _rows(file, TABLES + table.name))
    upgrade(connection, "head")


def _rows(file: ZipFile, name: str) -> Iterator[list[object]]:
    with file.open(name) as source:
        for line in source:
            yield json.loads(line)


def _bring_back_files(file: ZipFile, manifest: Manifest) -> None:
    """Each under a name of its own first, so that a half-written file is never read."""
    folder = settings().data_dir.absolute()
    for name in manifest.files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, half = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as target, file.open(FILES + name) as source:
            while chunk := source.read(1024 * 1024):
                target.write(chunk)
        Path(half).replace(path)


def _remove_other_files(manifest: Manifest) -> None:
    known = set(manifest.files)
    for name, path in list(data_files()):
        if name not in known:
            path.unlink(missing_ok=True)
