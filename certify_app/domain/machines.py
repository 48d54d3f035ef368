"""State machines as tables: which status may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

S = TypeVar("S", bound=StrEnum)


class IllegalMove(Exception):
    """A status that may not follow the present one; a mistake of ours, not of a person."""


@dataclass(frozen=True, eq=False)
class Machine(Generic[S]):
    """The allowed moves; a status that is no key is an end."""

    name: str
    moves: Mapping[S, frozenset[S]]

    def allows(self, old: S, new: S) -> bool:
        return new in self.moves.get(old, frozenset())

    def check(self, old: S, new: S) -> None:
        """
        Raises:
            IllegalMove: the table has no such move.
        """
        if not self.allows(old, new):
            raise IllegalMove(f"{self.name}: {old} -> {new}")
