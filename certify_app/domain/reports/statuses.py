"""The machine of an issue report."""

from __future__ import annotations

from enum import StrEnum

from certify_app.domain.machines import Machine
from certify_app.locales import N_


class ReportStatus(StrEnum):
    OPEN = "open"
    IN_WORK = "in_work"
    ANSWERED = "answered"
    CLOSED = "closed"


REPORT = Machine(
    "issue report",
    {
        ReportStatus.OPEN: frozenset(
            {ReportStatus.IN_WORK, ReportStatus.ANSWERED, ReportStatus.CLOSED}
        ),
        ReportStatus.IN_WORK: frozenset({ReportStatus.ANSWERED, ReportStatus.CLOSED}),
        # A second answer puts the first one right.
        ReportStatus.ANSWERED: frozenset({ReportStatus.ANSWERED, ReportStatus.CLOSED}),
    },
)
NAMES = {
    ReportStatus.OPEN: N_("Sent"),
    ReportStatus.IN_WORK: N_("Being looked into"),
    ReportStatus.ANSWERED: N_("Answered"),
    ReportStatus.CLOSED: N_("Closed"),
}
"""As the learner reads them."""
