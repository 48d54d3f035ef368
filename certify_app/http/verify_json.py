"""The answer of a check for machines; docs/api/verify.md describes it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from certify_app.domain.rate_limits import TooManyTries
from certify_app.domain.references import BadReference
from certify_app.domain.verification.check_reference import Answer, Award
from certify_app.domain.verification.models import Outcome

STATUS_CODES = {Outcome.NOT_FOUND: 404, Outcome.MORE_NEEDED: 422}


def told(answer: Answer, at: datetime) -> dict[str, Any]:
    said = {
        "status": answer.outcome.value,
        "reference": answer.reference,
        "checked_at": at.isoformat(timespec="seconds"),
        "awarding_body": answer.body.name,
        "award": _award(answer.outcome, answer.award) if answer.award else None,
    }
    if answer.outcome is Outcome.MORE_NEEDED:
        said["asks_for"] = answer.asks.value
    return said


def refused(problem: BadReference | TooManyTries) -> dict[str, Any]:
    status = "too_many" if isinstance(problem, TooManyTries) else "bad_reference"
    return {"status": status, "detail": str(problem)}


def _award(outcome: Outcome, award: Award) -> dict[str, Any]:
    """Null where the awarding body or the learner shows nothing."""
    revoked, replaced = outcome is Outcome.REVOKED, outcome is Outcome.SUPERSEDED
    return {
        "name": award.name or None,
        "qualification": award.qualification,
        "level": award.level or None,
        "grade": award.grade or None,
        "award_date": _iso(award.award_date),
        "expiry_date": _iso(award.expiry_date),
        "revoked_on": _iso(award.ended_on) if revoked else None,
        "replaced_on": _iso(award.ended_on) if replaced else None,
        "replaced_by": award.replaced_by or None,
    }


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None
