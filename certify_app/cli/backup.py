"""`certify backup`: everything in one file, while the portal runs.

With --json it prints {"file", "size", "rows", "tables", "files", "made_at", "removed"}.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "certify backup",
    "certify backup /mnt/safe/certify.backup",
    "certify backup --folder /mnt/safe --keep 14",
)


def command(
    file: Annotated[
        Path | None, typer.Argument(help="Where to; named by the time if none.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="A folder for files named by the time.")
    ] = None,
    keep: Annotated[
        int, typer.Option(min=0, help="How many such files to leave there; 0 leaves all.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Write database and files to one file, checked after writing; the portal may run."""
    from certify_app.cli._progress import quiet_or_telling
    from certify_app.config import settings
    from certify_app.db.engine import database
    from certify_app.domain.backups.make_backup import backup_name, make_backup
    from certify_app.domain.backups.old_backups import remove_old_backups

    place = folder or settings().data_dir.absolute() / "backups"
    path = file or place / backup_name()
    with quiet_or_telling(as_json) as tell:
        made = make_backup(database(), path, tell)
    removed = remove_old_backups(path.parent, keep) if keep and not file else []
    document = {
        "file": str(path),
        "size": path.stat().st_size,
        "rows": made.rows,
        "tables": len(made.tables),
        "files": len(made.files),
        "made_at": made.made_at,
        "removed": [old.name for old in removed],
    }
    if as_json:
        print(json.dumps(document, ensure_ascii=False))
        return
    print(f"{path}: {made.rows:,} rows and {len(made.files):,} files, checked.")
    for old in removed:
        print(f"Removed {old.name}")
