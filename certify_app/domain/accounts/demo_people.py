"""The people of a demo, whom anybody may be at one click."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from certify_app.domain.accounts.models import Account, Role, StaffRole
from certify_app.domain.accounts.queries import first_account
from certify_app.locales import N_, _

PARTS: dict[str, tuple[Role, StaffRole | None, str]] = {
    "learner": (Role.LEARNER, None, N_("Learner")),
    "third_party": (Role.THIRD_PARTY, None, N_("Third party")),
    "administrator": (Role.STAFF, StaffRole.ADMINISTRATOR, N_("Administrator")),
    "officer": (Role.STAFF, StaffRole.OFFICER, N_("Officer")),
    "finance": (Role.STAFF, StaffRole.FINANCE, N_("Finance")),
    "read_only": (Role.STAFF, StaffRole.READ_ONLY, N_("Read-only staff")),
}


@dataclass(frozen=True)
class DemoPerson:
    """`part` is one of PARTS; `role` its name in the language being spoken."""

    part: str
    name: str
    role: str


def demo_people(session: Session) -> list[DemoPerson]:
    """One for each role that the demo has somebody in."""
    found = [(part, demo_account(session, part)) for part in PARTS]
    return [
        DemoPerson(part, _name(account), _(PARTS[part][2])) for part, account in found if account
    ]


def demo_account(session: Session, part: str) -> Account | None:
    if part not in PARTS:
        return None
    role, staff_role, _label = PARTS[part]
    return first_account(session, role, staff_role)


def _name(account: Account) -> str:
    return f"{account.first_name} {account.last_name}".strip()
