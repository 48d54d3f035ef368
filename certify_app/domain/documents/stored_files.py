"""Files in the data folder: what the awarding body hands in, and what was drawn once.

Written under a name of its own and then moved, so a half-written file is never read.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from certify_app.config import settings
from certify_app.domain.documents.errors import FileMissing, NotTheFile


@dataclass(frozen=True)
class Shelf:
    """One folder of files, each at the first two letters of its key."""

    folder: Path
    ending: str = ".pdf"

    def path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{self.ending}"

    def get(self, key: str) -> bytes | None:
        try:
            return self.path(key).read_bytes()
        except FileNotFoundError:
            return None

    def note_use(self, key: str) -> None:
        """So that what is still looked at is not deleted as old."""
        with suppress(FileNotFoundError):
            os.utime(self.path(key))

    def put(self, key: str, content: bytes) -> None:
        path = self.path(key)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)


def supplied() -> Shelf:
    """What the awarding body handed in, by SHA-256 of the file."""
    return Shelf(settings().data_dir / "supplied")


def originals() -> Shelf:
    """What was drawn, by SHA-256 of what it says and how it looks."""
    return Shelf(settings().data_dir / "originals")


def view_copies() -> Shelf:
    """The marked copies shown on screen; may be deleted at any time."""
    return Shelf(settings().data_dir / "view-copies")


def keep_supplied_file(content: bytes) -> str:
    """Keep a file and return the hash that names it."""
    name = hashlib.sha256(content).hexdigest()
    if supplied().get(name) != content:
        supplied().put(name, content)
    return name


def read_supplied_file(file_hash: str) -> bytes:
    """The file, exactly as it was handed in.

    Raises:
        FileMissing: it is not in the data folder.
        NotTheFile: something else is in its place.
    """
    content = supplied().get(file_hash)
    if content is None:
        raise FileMissing
    if hashlib.sha256(content).hexdigest() != file_hash:
        raise NotTheFile
    return content
