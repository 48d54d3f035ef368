"""What may go wrong with the second step, each with one sentence."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class CodeMissing(DomainError):
    sentence = N_("Enter the code")
    field = "code"


class CodeIsWrong(DomainError):
    sentence = N_("The code is not right. Enter the one your app shows now")
    field = "code"


class CodeIsUsed(DomainError):
    sentence = N_("This code has been used. Wait for the next one")
    field = "code"


class RecoveryCodeIsWrong(DomainError):
    """Wrong, used, or of an older list."""

    sentence = N_("The recovery code is not right, or it has been used")
    field = "code"


class LockedByWrongCodes(DomainError):
    sentence = N_(
        "Your account is locked because the code was wrong too many times. "
        "Use Forgot my password to set a new password."
    )


class HalfLoginEnded(DomainError):
    sentence = N_("The time for the second step is over. Log in again.")


class SecondStepIsOn(DomainError):
    sentence = N_("Two-step login is on already")


class SecondStepIsOff(DomainError):
    sentence = N_("Two-step login is off already")
