"""What is forgotten, and what is not."""

from __future__ import annotations

from sqlmodel import Session, select

from certify_app.domain.accounts.delete_expired import (
    delete_forgotten_tries,
    delete_old_registrations,
)
from certify_app.domain.accounts.models import MailLink, WrongPasswords
from certify_app.domain.accounts.verify_email import verify_email
from certify_app.domain.accounts.wrong_passwords import (
    MOST,
    address_key,
    count_try,
    lock_if_last_try,
)
from tests.clock import HeldClock
from tests.people import People
from tests.unit.domain.accounts.registering import last_token, register, registrations


def test_a_completed_registration_keeps_no_password(session: Session, people: People) -> None:
    register(session, people.nia)
    register(session, people.nia)
    verify_email(session, last_token(session))
    session.expire_all()
    assert [r.password_hash for r in registrations(session)] == ["", ""]


def test_old_registrations_go_but_not_those_that_wait_for_staff(
    session: Session, people: People, clock: HeldClock
) -> None:
    register(session, people.nia)
    register(session, people.nia, email="new@example.org", born="28/2/2003")
    verify_email(session, last_token(session))
    clock.move(days=29)
    register(session, people.nia)
    delete_old_registrations(session)
    assert len(registrations(session)) == 3
    clock.move(days=2)
    delete_old_registrations(session)
    assert [r.email for r in registrations(session)] == ["new@example.org", "nia@example.org"]
    assert len(session.exec(select(MailLink)).all()) == 2


def test_tries_are_forgotten_but_not_a_lock(session: Session, clock: HeldClock) -> None:
    few, many = address_key("few@example.org"), address_key("many@example.org")
    count_try(session, few)
    for _ in range(MOST):
        count_try(session, many)
    assert lock_if_last_try(session, many)
    clock.move(hours=6)
    delete_forgotten_tries(session)
    left = session.exec(select(WrongPasswords.address_hash)).all()
    assert left == [many]
