"""Short ways for tests about registering."""

from __future__ import annotations

import re

from sqlmodel import Session, col, select

from certify_app.db.engine import Database
from certify_app.domain.accounts.models import Registration
from certify_app.domain.accounts.register_learner import Registered, register_learner
from certify_app.domain.accounts.registration_details import check_personal_details
from certify_app.domain.messages.models import Mail
from tests.people import Person, password_hash

NEW_PASSWORD = "seven herons by the weir"
TOKEN = re.compile(r"[?&]token=([\w-]+)")


def register(
    session: Session,
    person: Person,
    email: str = "",
    born: str = "",
    password: str = NEW_PASSWORD,
) -> Registered:
    """As the person would, with the names and number of the records."""
    assert person.learner
    details = check_personal_details(
        person.learner.first_name, person.learner.last_name, person.number, born
    )
    return register_learner(
        session, email or person.learner.email, password_hash(password), details
    )


def mails(session: Session, kind: str) -> list[Mail]:
    found = select(Mail).where(Mail.kind == kind).order_by(col(Mail.id))
    return list(session.exec(found))


def last_token(session: Session, kind: str = "verify_email") -> str:
    """The token in the newest mail of a kind."""
    found = TOKEN.search(mails(session, kind)[-1].text)
    assert found
    return found[1]


def nia_registers(db: Database, person: Person, **given: str) -> str:
    """Committed; returns the token of the mail."""
    with db.write() as session:
        register(session, person, **given)
        return last_token(session)


def registrations(session: Session) -> list[Registration]:
    return list(session.exec(select(Registration).order_by(col(Registration.id))))
