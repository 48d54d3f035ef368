"""What may be wrong with a learner's record."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class NoSuchLearner(DomainError):
    sentence = N_("Nobody with this enrolment number is in the records")
    field = "enrolment_number"
