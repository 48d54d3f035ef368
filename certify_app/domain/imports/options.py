"""What whoever imports a file may choose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ImportOptions:
    """`mapping` holds “Their header=our_column” pairs; `actor_id` is the account of staff.

    `problem_file` is where a CSV of all problems is written; none is left when there
    are no problems.
    """

    mapping: tuple[str, ...] = ()
    ignore_unknown: bool = False
    dry_run: bool = False
    skip_bad_rows: bool = False
    tell_learners: bool = False
    problem_file: Path | None = None
    actor_id: int | None = None
