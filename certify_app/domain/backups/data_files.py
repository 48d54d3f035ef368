"""The files of the data folder that a backup holds: all but what is made anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import make_url

from certify_app.config import settings

MADE_ANEW = ("view-copies", "backups", "built")
FOR_NOW = ("closed", "last-backup.json")
"""What says something of the running deployment and is not part of its data."""


def data_files() -> Iterator[tuple[str, Path]]:
    """Name within the folder, and path."""
    folder = settings().data_dir.absolute()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not path.is_symlink() and not _is_left_out(path, name):
            yield name.as_posix(), path


def _is_left_out(path: Path, name: Path) -> bool:
    kept_elsewhere = name.parts[0] in MADE_ANEW or name.as_posix() in FOR_NOW
    return kept_elsewhere or path.name.startswith("tmp") or _is_database(path)


def _is_database(path: Path) -> bool:
    """SQLite's file and the two beside it: their rows are in the backup."""
    url = make_url(settings().database)
    if url.get_backend_name() != "sqlite" or not url.database:
        return False
    own = Path(url.database).absolute()
    return path in (own, own.with_name(f"{own.name}-wal"), own.with_name(f"{own.name}-shm"))
