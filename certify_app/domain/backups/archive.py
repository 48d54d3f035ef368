"""The file itself: a ZIP whose every member is hashed as it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from certify_app.domain.backups.manifest import MANIFEST, SEAL, Manifest, Member, seal_of

CHUNK = 1024 * 1024
PACKED = 4
"""The level at which tables are packed; files mostly are already."""


class Hashed:
    """Hands bytes on and remembers their hash and number."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, content: bytes) -> None:
        self._target.write(content)
        self._digest.update(content)
        self.size += len(content)

    def member(self) -> Member:
        return Member(sha256=self._digest.hexdigest(), size=self.size)


class Archive:
    """A backup being written; `seal` ends it."""

    def __init__(self, file: ZipFile, manifest: Manifest) -> None:
        self._file = file
        self.manifest = manifest

    @contextmanager
    def member(self, name: str) -> Iterator[Hashed]:
        with self._file.open(name, "w", force_zip64=True) as target:
            hashed = Hashed(target)
            yield hashed
        self.manifest.members[name] = hashed.member()

    def add_file(self, name: str, path: Path) -> None:
        """A file that is gone by now is left out: nothing in the tables needs it."""
        try:
            source = path.open("rb")
        except FileNotFoundError:
            return
        with source, self.member(name) as target:
            while chunk := source.read(CHUNK):
                target.write(chunk)

    def seal(self, secret: str) -> None:
        said = self.manifest.model_dump_json(indent=1).encode()
        self._file.writestr(MANIFEST, said, ZIP_STORED)
        self._file.writestr(SEAL, seal_of(said, secret), ZIP_STORED)


@contextmanager
def new_archive(path: Path, manifest: Manifest) -> Iterator[Archive]:
    with path.open("xb") as target:
        path.chmod(0o600)
        with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=PACKED) as file:
            yield Archive(file, manifest)
