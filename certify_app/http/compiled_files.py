"""The files of the compiled front end, held in memory with their packed copies.

A build that runs meanwhile, or a disk that fails, does not touch what is served.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path

PLAIN = ""
SUFFIXES = {"br": ".br", "gzip": ".gz"}
# Files whose names change with their content: Vite's by hash, fonts by the number at the end.
FOR_EVER = frozenset({"assets", "fonts"})
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2"}


@dataclass(frozen=True)
class CompiledFile:
    """One file; `bodies` by encoding, the smallest first, `PLAIN` always among them."""

    bodies: dict[str, bytes]
    media_type: str
    etag: str
    immutable: bool


def read_folder(folder: Path) -> dict[str, CompiledFile]:
    """Every file by the address it is asked for; pages have neither index.html nor a last slash."""
    packed = tuple(SUFFIXES.values())
    files = [f for f in folder.rglob("*") if f.is_file() and not f.name.endswith(packed)]
    return {_address(folder, file): _read(folder, file) for file in files}


def _address(folder: Path, file: Path) -> str:
    inside = "/" + file.relative_to(folder).as_posix()
    return inside.removesuffix("index.html").rstrip("/") or "/"


def _read(folder: Path, file: Path) -> CompiledFile:
    body = file.read_bytes()
    copies = {e: file.with_name(file.name + suffix) for e, suffix in SUFFIXES.items()}
    bodies = {e: copy.read_bytes() for e, copy in copies.items() if copy.exists()}
    return CompiledFile(
        bodies=bodies | {PLAIN: body},
        media_type=_media_type(file),
        etag=hashlib.sha256(body).hexdigest()[:20],
        immutable=file.relative_to(folder).parts[0] in FOR_EVER,
    )


def _media_type(file: Path) -> str:
    known = TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
    text = known.startswith("text/") or known.endswith(("json", "javascript", "xml"))
    return f"{known}; charset=utf-8" if text else known
