"""What can go wrong for a third party on its way in."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class WrongCode(DomainError):
    sentence = N_("The code is not right. Check the newest email")
    field = "code"


class CodeEnded(DomainError):
    """Too old, used, replaced, or tried too often."""

    sentence = N_("This code no longer works. Ask for a new one")
    field = "code"


class NotAThirdParty(DomainError):
    sentence = N_(
        "This email belongs to an account of another kind. Use another email, "
        "or ask for the request to be sent to another one."
    )
    field = "email"


class NoSuchThirdParty(DomainError):
    sentence = N_("There is no third party with the email {email}")
    field = "email"
