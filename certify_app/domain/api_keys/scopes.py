"""What a key may do: each scope, in words for those who give keys out."""

from __future__ import annotations

from enum import StrEnum

from certify_app.domain.api_keys.errors import NoScope, UnknownScope
from certify_app.locales import N_


class Scope(StrEnum):
    READ_LEARNERS = "learners:read"
    WRITE_LEARNERS = "learners:write"
    READ_QUALIFICATIONS = "qualifications:read"
    WRITE_QUALIFICATIONS = "qualifications:write"
    READ_AWARDS = "awards:read"
    WRITE_AWARDS = "awards:write"
    READ_DOCUMENTS = "documents:read"
    READ_ORDERS = "orders:read"
    WRITE_ORDERS = "orders:write"
    VERIFY = "verify"
    WEBHOOKS = "webhooks"


MEANING = {
    Scope.READ_LEARNERS: N_("See learners"),
    Scope.WRITE_LEARNERS: N_("Add and correct learners"),
    Scope.READ_QUALIFICATIONS: N_("See qualifications"),
    Scope.WRITE_QUALIFICATIONS: N_("Add and correct qualifications"),
    Scope.READ_AWARDS: N_("See awards"),
    Scope.WRITE_AWARDS: N_("Issue, correct and revoke awards"),
    Scope.READ_DOCUMENTS: N_("See documents and download them"),
    Scope.READ_ORDERS: N_("See orders"),
    Scope.WRITE_ORDERS: N_("Move orders on"),
    Scope.VERIFY: N_("Check many references at once"),
    Scope.WEBHOOKS: N_("Say where notices go, and see what was sent"),
}


def read_scopes(given: list[str]) -> list[Scope]:
    """In the order of the list above, each once.

    Raises:
        NoScope, UnknownScope
    """
    known = {scope.value for scope in Scope}
    for word in given:
        if word not in known:
            raise UnknownScope(scope=word[:60], known=", ".join(Scope))
    if not given:
        raise NoScope
    return [scope for scope in Scope if scope.value in given]
