"""Why a job is not done. The sentence is kept with the job: no personal data in it."""

from __future__ import annotations

from datetime import timedelta

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class LeaseLost(DomainError):
    """Another worker has taken the job over; what this one did is rolled back."""

    sentence = N_("Another worker has taken this job over")


class TryAgain(DomainError):
    """It may go well later: kept with `problem` and tried again after a pause."""

    sentence = "{problem}"


class GiveUp(DomainError):
    """It will never go well: dead at once."""

    sentence = "{problem}"


class NotNow(DomainError):
    """Something it needs is not set up yet. Waits, and is not counted as a try."""

    sentence = "{problem}"

    def __init__(self, wait: timedelta, problem: str) -> None:
        super().__init__(problem=problem)
        self.wait = wait


class UnknownJob(GiveUp):
    sentence = N_(
        "This version of Certify has no job named {name}. Install the version or "
        "extension that has it, or delete the job."
    )


class WorkerDied(GiveUp):
    sentence = N_("The worker ended {times} times while it did this job")
