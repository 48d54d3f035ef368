"""Closing the portal for repairs: a file in the data folder, which every process sees."""

from __future__ import annotations

from pathlib import Path

from certify_app.config import settings


def closed_file() -> Path:
    return settings().data_dir.absolute() / "closed"


def close() -> None:
    closed_file().parent.mkdir(parents=True, exist_ok=True)
    closed_file().touch()


def reopen() -> None:
    closed_file().unlink(missing_ok=True)
