"""Whether the compiled front end still fits the source it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from certify_app.build.places import PACKAGE

SOURCES = ("certify_app", "assets", "rxconfig.py", "requirements/run.txt")
# A build adds to the lock what a new page needs, so it counts as it is afterwards.
LOCK = ("reflex.lock",)
# Nothing in these folders reaches a page.
NOT_ON_PAGES = (
    "certify_app/adapters",
    "certify_app/cli",
    "certify_app/db",
    "certify_app/domain/demo",
    "certify_app/domain/documents/rendering",
    "certify_app/domain/imports",
    "certify_app/http",
    "certify_app/jobs",
)
STAMP = Path(".web/build/inputs")


def fingerprint(root: Path) -> str:
    """Changes when a file that may reach a page does."""
    return _digest(root, SOURCES)


def _digest(root: Path, sources: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for name, file in _files(root, sources):
        digest.update(name.encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(root: Path, sources: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Name and path. In an installed copy the package is not beside the rest."""
    for source in sources:
        start = (
            PACKAGE if source == PACKAGE.name and not (root / source).exists() else root / source
        )
        found = [start] if start.is_file() else sorted(start.rglob("*"))
        for file in found:
            name = (Path(source) / file.relative_to(start)).as_posix()
            if file.is_file() and not _is_beside_the_point(name):
                yield name, file


def _is_beside_the_point(name: str) -> bool:
    return name.startswith(NOT_ON_PAGES) or "__pycache__" in name


def is_fresh(root: Path) -> bool:
    stamp = root / STAMP
    return stamp.exists() and stamp.read_text() == _with_lock(root, fingerprint(root))


def stamp(root: Path, fingerprint_before: str) -> None:
    """Remember what was built: the source as it was before, the lock as it is now."""
    (root / STAMP).write_text(_with_lock(root, fingerprint_before))


def _with_lock(root: Path, source: str) -> str:
    return f"{source}\n{_digest(root, LOCK)}\n"
