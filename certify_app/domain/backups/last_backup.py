"""When the last backup was made, as the doctor, the alerts and the console ask."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from certify_app.config import settings
from certify_app.domain.clock import now

NAME = "last-backup.json"
OLD = timedelta(hours=36)
"""A daily backup that failed once is old; one that is an hour late is not."""


@dataclass(frozen=True)
class LastBackup:
    at: datetime
    file: str
    size: int

    @property
    def is_old(self) -> bool:
        return now() - self.at > OLD


def _path() -> Path:
    return settings().data_dir.absolute() / NAME


def last_backup() -> LastBackup | None:
    """None when none was made here."""
    try:
        said = json.loads(_path().read_text())
        return LastBackup(datetime.fromisoformat(said["at"]), said["file"], said["size"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note_backup(file: Path) -> None:
    made = LastBackup(now(), file.name, file.stat().st_size)
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part")
    half.write_text(json.dumps(asdict(made) | {"at": made.at.isoformat()}))
    half.replace(path)
