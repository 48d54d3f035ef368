"""Whether a backup is whole and as it was written, member by member."""

from __future__ import annotations

import hashlib
import hmac
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from pydantic import ValidationError

from certify_app.domain.backups.archive import CHUNK
from certify_app.domain.backups.errors import (
    AlteredBackup,
    NewerBackup,
    NoSuchBackup,
    OtherSeal,
    TornBackup,
)
from certify_app.domain.backups.manifest import (
    FILES,
    FORMAT,
    MANIFEST,
    SEAL,
    TABLES,
    Manifest,
    Member,
    seal_of,
)

DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """
    Raises:
        NoSuchBackup, TornBackup
    """
    if not path.is_file():
        raise NoSuchBackup(name=path.name)
    try:
        file = ZipFile(path)
    except DAMAGE:
        raise TornBackup(name=path.name) from None
    with file:
        yield file


def check_backup(path: Path, secret: str, any_seal: bool = False) -> Manifest:
    """Read all of it and hold it against its manifest.

    Raises:
        BadBackup: which says what is wrong.
    """
    with opened(path) as file:
        manifest = _manifest(file, path.name, secret, any_seal)
        names = [name for name in file.namelist() if name not in (MANIFEST, SEAL)]
        if sorted(names) != sorted(manifest.members) or len(set(names)) != len(names):
            odd = set(names) ^ set(manifest.members) or set(names)
            raise AlteredBackup(name=path.name, member=min(odd))
        for name, member in manifest.members.items():
            if not _is_ours(name) or not _is_as_written(file, name, member):
                raise AlteredBackup(name=path.name, member=name)
    return manifest


def _manifest(file: ZipFile, name: str, secret: str, any_seal: bool) -> Manifest:
    try:
        said, seal = file.read(MANIFEST), file.read(SEAL).decode()
        manifest = Manifest.model_validate_json(said)
    except (KeyError, ValidationError, *DAMAGE):
        raise TornBackup(name=name) from None
    if manifest.format > FORMAT:
        raise NewerBackup(name=name, version=manifest.certify)
    keyed = seal.startswith("keyed ")
    if keyed and not any_seal and not hmac.compare_digest(seal, seal_of(said, secret)):
        raise OtherSeal(name=name)
    if not keyed and not hmac.compare_digest(seal, seal_of(said, "")):
        raise AlteredBackup(name=name, member=MANIFEST)
    return manifest


def _is_ours(name: str) -> bool:
    """A path within one of the two folders, so that nothing is written elsewhere."""
    parts = PurePosixPath(name).parts
    plain = all(part not in ("..", ".", "/") and "\\" not in part for part in parts)
    return plain and name.startswith((TABLES, FILES)) and len(parts) > 1 and "\0" not in name


def _is_as_written(file: ZipFile, name: str, member: Member) -> bool:
    digest, size = hashlib.sha256(), 0
    try:
        with file.open(name) as source:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                if size > member.size:
                    return False
    except DAMAGE:
        return False
    return size == member.size and hmac.compare_digest(digest.hexdigest(), member.sha256)
