"""What may go wrong with an issue report, each with one sentence."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class ReasonMissing(DomainError):
    sentence = N_("Choose an issue reason")
    field = "reason"


class DescriptionMissing(DomainError):
    sentence = N_("Describe the issue")
    field = "description"


class DescriptionTooLong(DomainError):
    sentence = N_("Describe the issue in at most {longest} characters")
    field = "description"


class NothingToReport(DomainError):
    sentence = N_("There is no such document among yours")


class NoSuchReport(DomainError):
    sentence = N_("There is no report {number}")


class ReportIsOver(DomainError):
    sentence = N_("Report {number} is closed")


class AnswerMissing(DomainError):
    sentence = N_("Write the answer with --text")
