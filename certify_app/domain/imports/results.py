"""What an import did, or would do: counts and problems."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from certify_app.domain.imports.columns import FileKind
from certify_app.domain.imports.problems import Problem


class Outcome(StrEnum):
    IMPORTED = "imported"
    CHECKED = "checked"
    REFUSED = "refused"


@dataclass
class Count:
    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass
class ImportResult:
    """`problems` holds the first ones; `problem_count` counts all.

    `rows` are those of the file, `rows_refused` those with a problem, `locked_seconds`
    is how long other writers were kept waiting.
    """

    kind: FileKind
    file: str
    outcome: Outcome = Outcome.REFUSED
    rows: int = 0
    rows_refused: int = 0
    counts: dict[str, Count] = field(default_factory=dict)
    problem_count: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    locked_seconds: float = 0.0

    def count(self, noun: str) -> Count:
        return self.counts.setdefault(noun, Count())

    @property
    def changes_nothing(self) -> bool:
        return not any(c.new or c.changed for c in self.counts.values())

    def as_json(self) -> dict[str, Any]:
        return {
            "ok": self.outcome is not Outcome.REFUSED,
            "file": self.file,
            "kind": self.kind.value,
            "outcome": self.outcome.value,
            "rows": self.rows,
            "rows_refused": self.rows_refused,
            "counts": {noun: asdict(count) for noun, count in self.counts.items()},
            "error_count": self.problem_count,
            "errors": [
                {
                    "line": p.line,
                    "column": p.column,
                    "value": p.value,
                    "message": p.sentence,
                }
                for p in self.problems
            ],
            "notes": self.notes,
        }
