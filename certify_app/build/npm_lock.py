"""Keeps reflex.lock/ the same on every machine: sorted, and without the address of a registry."""

import json
from pathlib import Path
from typing import Any

FOLDER = "reflex.lock"


def tidy(root: Path) -> None:
    """Undo the differences that Reflex and npm make each time they write the lock."""
    for name in ("package.json", "package-lock.json"):
        file = root / FOLDER / name
        if file.exists():
            _write(file, _without_addresses(json.loads(file.read_text())))


def _without_addresses(lock: dict[str, Any]) -> dict[str, Any]:
    for package in lock.get("packages", {}).values():
        package.pop("resolved", None)
    return lock


def _write(file: Path, content: dict[str, Any]) -> None:
    text = json.dumps(content, indent=2, sort_keys=file.name == "package.json") + "\n"
    if file.read_text() != text:
        file.write_text(text)
