"""An account's emails: any of them is its, and nobody else's."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts.log_in import Device, log_in
from certify_app.domain.accounts.models import Account, AccountEmail, Role
from certify_app.domain.accounts.queries import account_with_email, verified_emails
from tests.people import PASSWORD, People, password_hash


def give_email(session: Session, account_id: int, email: str) -> None:
    session.add(AccountEmail(email=email, account_id=account_id))


def make_account(session: Session, email: str) -> None:
    session.add(
        Account(
            email=email,
            password_hash=password_hash(PASSWORD),
            role=Role.LEARNER,
            first_name="Jane",
            last_name="Doe",
        )
    )


def test_every_account_has_its_own_email_among_the_verified_ones(people: People) -> None:
    assert read_now(verified_emails, people.jane.id) == ["jane@example.org"]
    write_now(give_email, people.jane.id, "a.jane@example.com")
    assert read_now(verified_emails, people.jane.id) == ["jane@example.org", "a.jane@example.com"]


def test_any_of_them_logs_in_with_the_one_password(people: People) -> None:
    write_now(give_email, people.jane.id, "jane@example.com")
    entered = asyncio.run(log_in(" Jane@Example.com", PASSWORD, Device()))
    assert entered.account_id == people.jane.id


def test_an_email_that_is_moved_to_stays_with_who_has_it(people: People, db: Database) -> None:
    write_now(give_email, people.jane.id, "jane@example.com")
    with pytest.raises(IntegrityError), db.write() as session:
        session.get_one(Account, people.dave.id).email = "jane@example.com"
    with pytest.raises(IntegrityError):
        write_now(make_account, "jane@example.com")
    found = read_now(account_with_email, "jane@example.com")
    assert found
    assert found.id == people.jane.id


def test_of_twenty_who_take_one_email_at_once_one_has_it(people: People) -> None:
    takers = [people.jane, people.dave, people.mallory]

    def take(number: int) -> bool:
        try:
            if number % 4 == 3:
                write_now(make_account, "wanted@example.com")
            else:
                write_now(give_email, takers[number % 4].id, "wanted@example.com")
        except IntegrityError:
            return False
        return True

    with ThreadPoolExecutor(20) as threads:
        assert sum(threads.map(take, range(20))) == 1
    holders = select(AccountEmail).where(AccountEmail.email == "wanted@example.com")
    assert len(read_now(lambda s: s.exec(holders).all())) == 1
    accounts = select(Account).where(Account.email == "wanted@example.com")
    assert len(read_now(lambda s: s.exec(accounts).all())) <= 1
