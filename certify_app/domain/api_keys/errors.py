"""What may be wrong with an API key that is made or ended."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class KeyNameMissing(DomainError):
    sentence = N_("Give the key a name of at most {most} characters, such as the system it is for")
    field = "name"


class NoScope(DomainError):
    sentence = N_("Choose what the key may do")
    field = "scopes"


class UnknownScope(DomainError):
    sentence = N_("There is no scope {scope}. Choose from: {known}")
    field = "scopes"


class ExpiresTooSoon(DomainError):
    sentence = N_("Choose an expiry date after today")
    field = "expires"


class ExpiresTooLate(DomainError):
    sentence = N_("A key lasts at most {days} days. Choose an earlier date")
    field = "expires"


class NoSuchKey(DomainError):
    sentence = N_("There is no such API key")
