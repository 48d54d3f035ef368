"""Who may use what: the one table that states, routes and tests read."""

from __future__ import annotations

from enum import StrEnum

from certify_app.domain.accounts.models import Role, StaffRole
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


DECIDE_REGISTRATIONS = frozenset({StaffRole.ADMINISTRATOR, StaffRole.OFFICER})


def may_decide_registrations(who: Who) -> bool:
    """Whether somebody may approve or refuse who registers; other staff only read."""
    return who.staff_role in DECIDE_REGISTRATIONS
