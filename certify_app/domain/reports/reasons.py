"""The reasons a learner may choose from: a line each in the awarding body's row."""

from __future__ import annotations

from sqlmodel import Session

from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.locales import N_

USUAL = (
    N_("Report"),
    N_("Wrong name"),
    N_("Wrong date"),
    N_("Wrong grade"),
    N_("Missing unit"),
    N_("Other"),
)


def report_reasons(session: Session) -> list[str]:
    """As they are kept; the usual ones have entries in the catalogues."""
    own = filter(None, map(str.strip, awarding_body(session).report_reasons.splitlines()))
    return list(own) or list(USUAL)
