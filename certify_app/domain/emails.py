"""Email addresses: one normal form, one check."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class BadEmail(DomainError):
    """Not an address mail can be sent to."""

    sentence = N_("Enter an email address in the correct format, like name@example.com")
    field = "email"


def normal_email(text: str) -> str:
    """The form that is stored and compared: trimmed, NFC, lower case.

    Raises:
        BadEmail: not a single well-formed address (RFC 5321 lengths, no line breaks).
    """
    try:
        return validate_email(
            text.strip(), check_deliverability=False, test_environment=True
        ).normalized.lower()
    except EmailNotValidError:
        raise BadEmail from None
