"""What a backup says of itself, and the seal that only the same secret can make."""

from __future__ import annotations

import hashlib
import hmac

from pydantic import BaseModel, ConfigDict

FORMAT = 1
MANIFEST = "manifest.json"
SEAL = "manifest.seal"
TABLES = "tables/"
FILES = "files/"


class Member(BaseModel):
    """One file of the backup; `rows` counts those of a table."""

    model_config = ConfigDict(extra="forbid")

    sha256: str
    size: int
    rows: int | None = None
    columns: list[str] = []


class Manifest(BaseModel):
    """`revision` is the newest migration that the database had."""

    model_config = ConfigDict(extra="forbid")

    format: int = FORMAT
    certify: str
    made_at: str
    database: str
    revision: str
    members: dict[str, Member] = {}

    @property
    def tables(self) -> dict[str, Member]:
        return {n.removeprefix(TABLES): m for n, m in self.members.items() if n.startswith(TABLES)}

    @property
    def files(self) -> list[str]:
        return [n.removeprefix(FILES) for n in self.members if n.startswith(FILES)]

    @property
    def rows(self) -> int:
        return sum(member.rows or 0 for member in self.members.values())


def seal_of(manifest: bytes, secret: str) -> str:
    """A keyed hash; without a secret a plain one, which shows accidents alone."""
    if not secret:
        return f"plain {hashlib.sha256(manifest).hexdigest()}"
    return f"keyed {hmac.new(secret.encode(), manifest, 'sha256').hexdigest()}"
