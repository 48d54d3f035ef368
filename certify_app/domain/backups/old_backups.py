"""Make room for new backups."""

from __future__ import annotations

from pathlib import Path


def remove_old_backups(folder: Path, keep: int) -> list[Path]:
    """All but the newest `keep` of those named by the time; a name of one's own stays."""
    named = sorted(folder.glob("certify-????????-??????.backup"))
    old = named[:-keep] if keep else []
    for path in old:
        path.unlink()
    return old
