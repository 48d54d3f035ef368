"""What a check found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """WARNING: it runs, and somebody should know. PROBLEM: something does not work."""

    WELL = "well"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """`do` is empty where all is well."""

    about: str
    level: Level
    says: str
    do: str = ""


Check = Callable[[], Iterable[Finding]]


def well(about: str, says: str) -> Finding:
    return Finding(about, Level.WELL, says)


def warning(about: str, says: str, do: str) -> Finding:
    return Finding(about, Level.WARNING, says, do)


def problem(about: str, says: str, do: str) -> Finding:
    return Finding(about, Level.PROBLEM, says, do)


def run_checks(checks: dict[str, Check]) -> Iterator[Finding]:
    """One that fails by itself is a finding too, told by the kind of its error alone."""
    for about, check in checks.items():
        try:
            yield from check()
        except Exception as error:
            kind = type(error).__name__
            yield problem(about, f"This could not be checked: {kind}.", "See what is said above.")
