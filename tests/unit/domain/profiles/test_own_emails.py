"""Several emails on a profile: added by a link, one of them primary, removed again."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlmodel import select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts.errors import LinkExpired, LinkSuperseded, WrongCredentials
from certify_app.domain.accounts.log_in import Device, log_in
from certify_app.domain.accounts.mail_links import look_at_link
from certify_app.domain.accounts.models import Account, AccountEmail, LinkPurpose
from certify_app.domain.accounts.queries import verified_emails
from certify_app.domain.accounts.request_password_reset import request_password_reset
from certify_app.domain.emails import BadEmail
from certify_app.domain.errors import DomainError
from certify_app.domain.messages.models import Mail
from certify_app.domain.profiles.change_email import ask_for_new_email, change_email, confirm_email
from certify_app.domain.profiles.errors import (
    EmailIsPrimary,
    EmailIsTaken,
    EmailIsYours,
    TooManyEmails,
)
from certify_app.domain.profiles.own_emails import (
    OwnEmail,
    ask_to_add,
    make_primary,
    own_emails,
    remove_email,
)
from tests.people import PASSWORD, People, Person
from tests.unit.domain.profiles.mailed import token_mailed_to

HERS = "jane@example.org"
WORK = "jane@work.example.com"


def emails(person: Person) -> list[OwnEmail]:
    return read_now(own_emails, person.id)


def mails(kind: str) -> list[str]:
    return [m.to for m in read_now(lambda s: s.exec(select(Mail).where(Mail.kind == kind)).all())]


def has_added(person: Person, email: str) -> None:
    write_now(ask_to_add, person.id, email)
    write_now(confirm_email, token_mailed_to(email))


def log_in_as(email: str) -> int:
    return asyncio.run(log_in(email, PASSWORD, Device())).account_id


def test_another_email_waits_for_its_link_and_logs_in_then(people: People) -> None:
    assert write_now(ask_to_add, people.jane.id, " Jane@Work.example.com ") == WORK
    assert emails(people.jane) == [OwnEmail(HERS, primary=True), OwnEmail(WORK, waits=True)]
    with pytest.raises(WrongCredentials):
        log_in_as(WORK)
    assert mails("email_add_asked") == [HERS]

    write_now(confirm_email, token_mailed_to(WORK))
    assert emails(people.jane) == [OwnEmail(HERS, primary=True), OwnEmail(WORK)]
    assert log_in_as(WORK) == log_in_as(HERS) == people.jane.id
    assert mails("email_added") == [HERS]


def test_two_may_wait_at_once_and_a_second_link_for_one_replaces_its_first(
    people: People, clock: Any
) -> None:
    write_now(ask_to_add, people.jane.id, "one@example.com")
    first = token_mailed_to("one@example.com")
    write_now(ask_to_add, people.jane.id, "two@example.com")
    write_now(ask_to_add, people.jane.id, "one@example.com")
    with pytest.raises(LinkSuperseded):
        write_now(confirm_email, first)
    write_now(confirm_email, token_mailed_to("one@example.com"))
    clock.move(hours=24)
    with pytest.raises(LinkExpired):
        write_now(confirm_email, token_mailed_to("two@example.com"))
    assert [one.email for one in emails(people.jane)] == [HERS, "one@example.com"]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("jane@", BadEmail),
        ("Dave@example.org", EmailIsTaken),
        ("JANE@example.org", EmailIsYours),
        ("jane@work.example.com", EmailIsYours),
    ],
)
def test_what_cannot_be_added_says_why(
    people: People, typed: str, problem: type[DomainError]
) -> None:
    has_added(people.jane, WORK)
    with pytest.raises(problem):
        write_now(ask_to_add, people.jane.id, typed)
    assert verified(people.jane) == [HERS, WORK]


def verified(person: Person) -> list[str]:
    return read_now(verified_emails, person.id)


def test_five_are_enough(people: People) -> None:
    for number in range(4):
        has_added(people.jane, f"{number}@example.com")
    with pytest.raises(TooManyEmails):
        write_now(ask_to_add, people.jane.id, WORK)


def test_the_primary_one_changes_and_the_former_is_told(people: People) -> None:
    has_added(people.jane, WORK)
    assert write_now(make_primary, people.jane.id, WORK)
    assert verified(people.jane) == [WORK, HERS]
    assert read_now(lambda s: s.get_one(Account, people.jane.id)).email == WORK
    assert mails("primary_email_changed") == [HERS]
    write_now(remove_email, people.jane.id, HERS)
    assert mails("email_removed") == [WORK, HERS]


def test_one_that_waits_or_is_anothers_becomes_nobodys_primary(people: People) -> None:
    write_now(ask_to_add, people.jane.id, WORK)
    for email in (WORK, "dave@example.org", "", "x"):
        assert not write_now(make_primary, people.jane.id, email)
    assert verified(people.jane) == [HERS]


def test_a_removed_email_opens_nothing_any_more(people: People) -> None:
    has_added(people.jane, WORK)
    write_now(request_password_reset, WORK)
    token = token_mailed_to(WORK)
    assert write_now(remove_email, people.jane.id, WORK)
    with pytest.raises(WrongCredentials):
        log_in_as(WORK)
    with pytest.raises(LinkSuperseded):
        read_now(look_at_link, LinkPurpose.RESET_PASSWORD, token)


def test_the_primary_email_and_those_of_others_are_not_removed(people: People) -> None:
    with pytest.raises(EmailIsPrimary):
        write_now(remove_email, people.jane.id, HERS)
    has_added(people.jane, WORK)
    for who in (people.dave, people.mallory, people.tracy):
        assert not write_now(remove_email, who.id, WORK)
    assert verified(people.jane) == [HERS, WORK]


def test_one_that_waits_can_be_taken_back(people: People) -> None:
    write_now(ask_to_add, people.jane.id, WORK)
    assert write_now(remove_email, people.jane.id, WORK)
    assert emails(people.jane) == [OwnEmail(HERS, primary=True)]
    with pytest.raises(LinkSuperseded):
        write_now(confirm_email, token_mailed_to(WORK))


def test_a_changed_email_leaves_the_account(people: People, db: Database) -> None:
    with db.write() as session:
        ask_for_new_email(session, session.get_one(Account, people.jane.id), WORK)
    write_now(change_email, token_mailed_to(WORK))
    assert verified(people.jane) == [WORK]
    has_added(people.dave, HERS)
    assert log_in_as(HERS) == people.dave.id


def test_two_who_wait_for_one_email_never_both_get_it(people: People) -> None:
    """The second link says so, and can be followed once the email is free."""
    askers = [people.jane, people.dave, people.mallory]
    tokens = []
    for who in askers:
        write_now(ask_to_add, who.id, WORK)
        tokens.append(token_mailed_to(WORK))

    def follow(token: str) -> bool:
        try:
            write_now(confirm_email, token)
        except EmailIsTaken:
            return False
        return True

    with ThreadPoolExecutor(3) as threads:
        assert sum(threads.map(follow, tokens)) == 1
    holders = select(AccountEmail).where(AccountEmail.email == WORK)
    assert len(read_now(lambda s: s.exec(holders).all())) == 1


def test_removing_and_making_primary_at_once_leaves_a_primary_that_is_verified(
    people: People,
) -> None:
    has_added(people.jane, WORK)

    def do(number: int) -> None:
        try:
            use_case = remove_email if number % 2 else make_primary
            write_now(use_case, people.jane.id, WORK)
        except EmailIsPrimary:
            pass

    with ThreadPoolExecutor(10) as threads:
        list(threads.map(do, range(20)))
    primary = read_now(lambda s: s.get_one(Account, people.jane.id)).email
    assert verified(people.jane)[0] == primary
