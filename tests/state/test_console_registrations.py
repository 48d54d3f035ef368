"""Staff decide on registrations; other roles of staff only read them."""

from __future__ import annotations

import asyncio

import pytest
from sqlmodel import select

from certify_app.db.engine import Database, read_now
from certify_app.domain.accounts.models import (
    Account,
    Registration,
    RegistrationStatus,
    StaffRole,
)
from certify_app.state.console.registrations import WaitingRegistrations
from tests.people import People, id_of, password_hash
from tests.state.acting import at


@pytest.fixture
def waiting(db: Database, people: People) -> Registration:
    assert people.nia.learner
    registration = Registration(
        learner_id=id_of(people.nia.learner),
        email="nia.new@example.org",
        password_hash=password_hash("a quiet walk by the Teifi"),
        first_name="Nia",
        last_name="Siôn",
        status=RegistrationStatus.WAITING_FOR_STAFF,
    )
    with db.write() as session:
        session.add(registration)
    return registration


def act(people: People, handler: str, *args: object) -> WaitingRegistrations:
    async def visit() -> WaitingRegistrations:
        state = await at(WaitingRegistrations, people.olwen, "/console")
        await state.load()  # type: ignore[operator]
        await getattr(state, handler)(*args)
        return state

    return asyncio.run(visit())


def status(waiting: Registration) -> RegistrationStatus:
    return read_now(lambda session: session.get_one(Registration, waiting.id)).status


def test_an_officer_sees_both_emails_and_approves(people: People, waiting: Registration) -> None:
    seen = act(people, "load")
    assert [(row.email, row.known_email) for row in seen.rows] == [
        ("nia.new@example.org", "nia@example.org")
    ]
    decided = act(people, "approve", waiting.id)
    assert decided.rows == []
    assert decided.message == "Nia Siôn can log in now, and is told so."
    assert status(waiting) == RegistrationStatus.COMPLETE


def test_a_refused_registration_makes_no_account(people: People, waiting: Registration) -> None:
    act(people, "refuse", waiting.id)
    assert status(waiting) == RegistrationStatus.REFUSED
    made = select(Account).where(Account.email == "nia.new@example.org")
    assert read_now(lambda session: session.exec(made).first()) is None


@pytest.mark.parametrize("role", [StaffRole.FINANCE, StaffRole.READ_ONLY])
def test_other_staff_decide_nothing(
    db: Database, people: People, waiting: Registration, role: StaffRole
) -> None:
    with db.write() as session:
        session.get_one(Account, people.olwen.id).staff_role = role
    assert people.olwen.account
    people.olwen.account.staff_role = role
    for handler in ("approve", "refuse"):
        assert not act(people, handler, waiting.id).may_decide
    assert status(waiting) == RegistrationStatus.WAITING_FOR_STAFF


@pytest.mark.parametrize("wrong", [0, -1, 10**9, "1", None])
def test_an_id_that_waits_for_nobody_changes_nothing(
    people: People, waiting: Registration, wrong: object
) -> None:
    act(people, "approve", wrong)
    assert status(waiting) == RegistrationStatus.WAITING_FOR_STAFF
