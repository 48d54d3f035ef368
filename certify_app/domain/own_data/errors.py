"""What may go wrong with a copy of one's data, or with asking for its end."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class ExportRunning(DomainError):
    sentence = N_("Your copy is being made already. Wait until it is ready.")


class NoSuchExport(DomainError):
    sentence = N_("This copy of your data is no longer here. Ask for a new one.")


class ErasureWaiting(DomainError):
    sentence = N_("You have asked already. We will answer by email.")


class NotWaiting(DomainError):
    sentence = N_("This request was answered or withdrawn already.")


class NoSuchErasure(DomainError):
    sentence = N_("There is no request for erasure {number}.")


class PasswordIsMissing(DomainError):
    sentence = N_("Enter your password")
    field = "erasure_password"


class PasswordIsWrong(DomainError):
    sentence = N_("The password is not right")
    field = "erasure_password"


class StillUnpaid(DomainError):
    sentence = N_("An order is not finished yet. Complete or cancel it first.")
