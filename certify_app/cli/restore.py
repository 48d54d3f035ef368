"""`certify restore FILE`: everything back from a backup.

With --json it prints {"file", "rows", "tables", "files", "made_at", "certify"}.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "certify restore certify-20270203-020000.backup",
    "certify restore --check certify-20270203-020000.backup",
    "certify restore --force certify-20270203-020000.backup",
)


def command(
    file: Annotated[Path, typer.Argument(help="What `certify backup` wrote.")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace the data that is there, all of it.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Look it through alone.")] = False,
    any_seal: Annotated[
        bool, typer.Option("--any-seal", help="Take one sealed with another CERTIFY_SECRET.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Check a backup and bring everything back from it. Stop the portal first."""
    from certify_app.cli._progress import quiet_or_telling
    from certify_app.config import settings
    from certify_app.db.engine import database
    from certify_app.domain.backups.check_backup import check_backup
    from certify_app.domain.backups.restore_backup import restore_backup

    with quiet_or_telling(as_json) as tell:
        if check:
            found = check_backup(file, settings().secret, any_seal)
        else:
            found = restore_backup(database(), file, force, any_seal, tell)
    document = {
        "file": str(file),
        "rows": found.rows,
        "tables": len(found.tables),
        "files": len(found.files),
        "made_at": found.made_at,
        "certify": found.certify,
    }
    if as_json:
        print(json.dumps(document, ensure_ascii=False))
    else:
        done = "is whole" if check else "is restored"
        print(f"{file.name} {done}: {found.rows:,} rows, {len(found.files):,} files.")
