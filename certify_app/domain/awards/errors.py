"""Why an award cannot be issued or taken back."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class NoSuchLearner(DomainError):
    sentence = N_("Nobody with enrolment number {number} is in the records. Check the number")
    field = "enrolment_number"


class NoSuchQualification(DomainError):
    sentence = N_("There is no qualification {code} in the records. Check the code")
    field = "qualification_code"


class NoSuchAward(DomainError):
    sentence = N_("There is no award {reference} in the records. Check the reference")
    field = "reference"


class AwardIsThere(DomainError):
    sentence = N_("This learner has this qualification of {day} already: {reference}")
    field = "award_date"


class ReferenceInUse(DomainError):
    sentence = N_("Reference {reference} belongs to another award. Give a new one, or none")
    field = "reference"


class AwardTooFarAhead(DomainError):
    sentence = N_("{day} is more than a year ahead. Check the year")
    field = "award_date"


class ExpiryBeforeAward(DomainError):
    sentence = N_("The expiry date {expiry} is before the award date {day}")
    field = "expiry_date"


class AwardNotValid(DomainError):
    sentence = N_("Award {reference} is {status} already, so it cannot become {new}")
    field = "reference"


class ReasonMissing(DomainError):
    sentence = N_("Give the reason in at most {most} characters")
    field = "reason"


class RevokedInFuture(DomainError):
    sentence = N_("An award cannot be revoked from a day to come: {day}")
    field = "date"
