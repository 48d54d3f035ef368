"""Delete marked copies that nobody looks at: the oldest first, until few enough are left."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sqlmodel import Session

from certify_app.domain.clock import now
from certify_app.domain.documents.stored_files import view_copies

KEPT_SECONDS = 30 * 24 * 3600
MOST_BYTES = 2 * 1024**3


def prune_view_copies(_session: Session, most_bytes: int = MOST_BYTES) -> int:
    """Each is drawn again when it is asked for; returns how many went."""
    oldest = now().timestamp() - KEPT_SECONDS
    left, gone = 0, 0
    for used, size, path in sorted(_copies(), reverse=True):
        left += size
        if used < oldest or left > most_bytes:
            path.unlink(missing_ok=True)
            left -= size
            gone += 1
    return gone


def _copies() -> list[tuple[float, int, Path]]:
    """When each was last looked at, its bytes, and where it is."""
    found = []
    for path in view_copies().folder.glob("*/*.pdf"):
        with suppress(FileNotFoundError):
            file = path.stat()
            found.append((file.st_mtime, file.st_size, path))
    return found
