"""What may go wrong with a passkey, each with one sentence."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_

MOST_PASSKEYS = 20
"""Passkeys of one account."""


class PasskeyRefused(DomainError):
    """Whatever did not fit; nothing is told of which passkeys there are."""

    sentence = N_("The passkey could not be checked. Try again, or use your password.")


class PasskeyIsKnown(DomainError):
    sentence = N_("This passkey is there already")


class TooManyPasskeys(DomainError):
    sentence = N_("You have {passkeys} passkeys. Remove one first.")
