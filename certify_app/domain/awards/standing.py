"""How an award stands today, as a person reads it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from certify_app.domain.awards.models import Award, AwardStatus


class Standing(StrEnum):
    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"


HANDED_OUT = frozenset({Standing.VALID, Standing.EXPIRED})
"""An expired award was rightly made and says when it ended; one that was taken back
or replaced may be seen, and is no longer given out."""


def standing_of(award: Award, today: date) -> Standing:
    """Valid to the end of its expiry date; what staff decided counts before that."""
    if award.status is not AwardStatus.VALID:
        return Standing(award.status.value)
    if award.expiry_date and award.expiry_date < today:
        return Standing.EXPIRED
    return Standing.VALID
