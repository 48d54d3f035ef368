"""Who may use what; what each role of staff may do is in `acts.py`."""

from __future__ import annotations

from enum import StrEnum

from certify_app.domain.accounts.models import Role
from certify_app.domain.accounts.sessions import Who


class Audience(StrEnum):
    """Who may use a State or a route."""

    ANYONE = "anyone"
    LOGGED_IN = "logged_in"
    LEARNER = "learner"
    THIRD_PARTY = "third_party"
    STAFF = "staff"
    API_KEY = "api_key"


ROLES: dict[Audience, frozenset[Role]] = {
    Audience.LOGGED_IN: frozenset(Role),
    Audience.LEARNER: frozenset({Role.LEARNER}),
    Audience.THIRD_PARTY: frozenset({Role.THIRD_PARTY}),
    Audience.STAFF: frozenset({Role.STAFF}),
    # Nobody with a cookie: gate/keys.py lets in who holds a key.
    Audience.API_KEY: frozenset(),
}


def may_use(audience: Audience, who: Who | None) -> bool:
    """Whether somebody, or nobody, belongs to the audience."""
    if audience is Audience.ANYONE:
        return True
    return who is not None and who.role in ROLES[audience]
