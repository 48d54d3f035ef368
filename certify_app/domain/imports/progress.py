"""How far an import is, told to whoever started it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from certify_app.locales import N_, _


class Step(StrEnum):
    READING = N_("Reading and checking")
    LEARNERS = N_("Looking up learners")
    AWARDS = N_("Looking up awards")
    SAVING = N_("Saving")


Tell: TypeAlias = Callable[[Step, int, int], None]
"""Told the step, what was done since the last call, and about how much there is."""


def tell_nobody(_step: Step, _done: int, _total: int) -> None:
    """For those who do not ask."""


def words(step: Step) -> str:
    return _(step.value)
