"""The people of the demo and the accounts they log in with."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from certify_app.domain.accounts.models import Account, Role, StaffRole
from certify_app.domain.accounts.passwords import hash_password
from certify_app.domain.awarding_body.queries import awarding_body
from certify_app.domain.learners.models import EnrolmentNumber, Learner

PASSWORD = "certify demo 2026"  # noqa: S105 - printed for everybody to use
JANES_NUMBER = "801249141"


@dataclass(frozen=True)
class Person:
    first_name: str
    last_name: str
    email: str
    role: Role
    staff_role: StaffRole | None = None
    number: str = ""


PEOPLE = (
    Person("Jane", "Smith", "jane.smith@example.org", Role.LEARNER, number=JANES_NUMBER),
    Person("Tracy", "Lyon", "tracy.lyon@example.org", Role.THIRD_PARTY),
    Person("Sam", "Okafor", "sam.okafor@example.org", Role.STAFF, StaffRole.ADMINISTRATOR),
    Person("Olwen", "Price", "olwen.price@example.org", Role.STAFF, StaffRole.OFFICER),
)


def add_accounts(session: Session) -> None:
    """Those that are not there yet, all with one password."""
    emails = [person.email for person in PEOPLE]
    known = set(session.exec(select(Account.email).where(col(Account.email).in_(emails))))
    hashed = hash_password(PASSWORD)
    terms = awarding_body(session).terms_version
    for person in PEOPLE:
        if person.email in known:
            continue
        account = Account(
            email=person.email,
            password_hash=hashed,
            role=person.role,
            staff_role=person.staff_role,
            first_name=person.first_name,
            last_name=person.last_name,
            terms_version=terms,
        )
        session.add(account)
        session.flush()
        if person.number:
            learner_with(session, person.number).account_id = account.id


def learner_with(session: Session, number: str) -> Learner:
    return session.exec(
        select(Learner)
        .join(EnrolmentNumber, col(EnrolmentNumber.learner_id) == col(Learner.id))
        .where(EnrolmentNumber.number == number)
    ).one()
