"""The files of the compiled front end, read once and kept in memory with their packed copies."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from mimetypes import guess_type
from pathlib import Path

ENCODINGS = {"br": ".br", "gzip": ".gz"}
# Files whose names change with their content: Vite's by hash, fonts by the number at the end.
FOR_EVER = frozenset({"assets", "fonts"})
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2"}


@dataclass(frozen=True)
class CompiledFile:
    """One file and the encodings it was packed in at build time."""

    path: Path
    encodings: tuple[str, ...] = ()
    immutable: bool = False
    _bodies: dict[str, bytes] = field(default_factory=dict, compare=False)

    @cached_property
    def media_type(self) -> str:
        known = TYPES.get(self.path.suffix) or guess_type(self.path.name)[0]
        kind = known or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith(("json", "javascript", "xml"))
        return f"{kind}; charset=utf-8" if text else kind

    @cached_property
    def etag(self) -> str:
        return hashlib.sha256(self.body("")).hexdigest()[:20]

    def body(self, encoding: str) -> bytes:
        if encoding not in self._bodies:
            packed = self.path.with_name(self.path.name + ENCODINGS.get(encoding, ""))
            self._bodies[encoding] = packed.read_bytes()
        return self._bodies[encoding]


def read_folder(folder: Path) -> dict[str, CompiledFile]:
    """Every file by the address it is asked for; pages have neither index.html nor a last slash."""
    packed = tuple(ENCODINGS.values())
    files = [f for f in folder.rglob("*") if f.is_file() and not f.name.endswith(packed)]
    return {_address(folder, file): _describe(folder, file) for file in files}


def _address(folder: Path, file: Path) -> str:
    inside = "/" + file.relative_to(folder).as_posix()
    return (
        (inside.removesuffix("index.html").rstrip("/") or "/")
        if file.name == "index.html"
        else inside
    )


def _describe(folder: Path, file: Path) -> CompiledFile:
    there = tuple(e for e, s in ENCODINGS.items() if file.with_name(file.name + s).exists())
    return CompiledFile(file, there, immutable=file.relative_to(folder).parts[0] in FOR_EVER)
