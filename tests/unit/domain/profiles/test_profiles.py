"""What a learner may change of themselves, and what stays as the records have it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.errors import (
    LinkExpired,
    LinkSuperseded,
    LinkUsed,
    LockedByWrongPasswords,
    NumberMissing,
    WrongCredentials,
)
from certify_app.domain.accounts.log_in import log_in
from certify_app.domain.accounts.mail_links import look_at_link
from certify_app.domain.accounts.models import Account, LinkPurpose
from certify_app.domain.accounts.request_password_reset import request_password_reset
from certify_app.domain.accounts.sessions import open_session, who_is
from certify_app.domain.awards.models import Award
from certify_app.domain.awards.queries import list_awards
from certify_app.domain.clock import now
from certify_app.domain.errors import Problems
from certify_app.domain.learners.models import Learner
from certify_app.domain.learners.queries import list_enrolment_numbers
from certify_app.domain.messages.models import Mail
from certify_app.domain.profiles.add_number import add_number
from certify_app.domain.profiles.change_email import change_email, count_new_email
from certify_app.domain.profiles.change_password import TypedPasswords, change_password
from certify_app.domain.profiles.edit_details import (
    TypedContact,
    TypedDetails,
    edit_contact,
    edit_details,
)
from certify_app.domain.profiles.end_logins import end_all_logins, end_login
from certify_app.domain.profiles.errors import (
    EmailIsTaken,
    NumberDoesNotMatch,
    NumberIsYours,
    WrongCurrentPassword,
)
from certify_app.domain.profiles.queries import known, running_sessions
from certify_app.domain.rate_limits import TooManyTries
from tests.people import PASSWORD, People, Person, add_learner, id_of
from tests.unit.domain.profiles.mailed import token_mailed_to

HERS = TypedDetails(
    first_name="Jane",
    middle_name="",
    last_name="Doe",
    date_of_birth="12/04/1998",
    user_name="",
    phone="",
    email="jane@example.org",
    search_opt_in=False,
)
NEW = "sixteen herons over Aberaeron"


def edit(person: Person, **changes: Any) -> str:
    return write_now(edit_details, person.id, replace(HERS, **changes))


def account_of(person: Person) -> Account:
    return read_now(lambda s: s.get_one(Account, person.id))


def mails(kind: str) -> list[str]:
    return [m.to for m in read_now(lambda s: s.exec(select(Mail).where(Mail.kind == kind)).all())]


def test_edits_change_the_profile_and_never_the_awards_or_the_records(people: People) -> None:
    edit(
        people.jane,
        first_name="Siân",
        middle_name="Mair",
        last_name="Prys",
        date_of_birth="1/2/1999",
        phone="01632  960 001",
    )
    seen = read_now(known, people.jane.id)
    assert (seen.account.first_name, seen.account.middle_name, seen.account.last_name) == (
        "Siân",
        "Mair",
        "Prys",
    )
    assert (seen.profile.date_of_birth, seen.profile.phone) == (date(1999, 2, 1), "01632 960 001")
    learner = read_now(lambda s: s.get_one(Learner, people.jane.learner and people.jane.learner.id))
    assert (learner.first_name, learner.date_of_birth) == ("Jane", date(1998, 4, 12))
    names = read_now(
        lambda s: {a.awarded_name for a in list_awards(s, learner.id, date(2026, 11, 23))}
    )
    assert names == {"Jane Doe"}


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"first_name": " ", "last_name": "\u202e"}, {"first_name", "last_name"}),
        ({"middle_name": "x" * 101}, {"middle_name"}),
        ({"date_of_birth": ""}, {"date_of_birth"}),
        ({"date_of_birth": "31/02/1998"}, {"date_of_birth"}),
        ({"user_name": "jd"}, {"user_name"}),
        ({"user_name": "dave@example.org"}, {"user_name"}),
        ({"user_name": "jane doe"}, {"user_name"}),
        ({"phone": "call me"}, {"phone"}),
        ({"phone": "+()()()()"}, {"phone"}),
        ({"email": ""}, {"email"}),
        ({"email": "jane@"}, {"email"}),
        ({"email": "Dave@example.org"}, {"email"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(
    people: People, changes: dict[str, str], fields: set[str]
) -> None:
    with pytest.raises(Problems) as raised:
        edit(people.jane, **({"phone": "01632 960 001"} | changes))
    assert set(raised.value.by_field()) == fields
    assert read_now(known, people.jane.id).profile.phone == ""
    assert mails("confirm_email") == []


def test_a_user_name_is_somebodys_alone_and_opens_the_door(people: People) -> None:
    edit(people.jane, user_name=" Jane.Doe ")
    with pytest.raises(Problems) as raised:
        edit(people.dave, user_name="jane.doe", email="dave@example.org")
    assert set(raised.value.by_field()) == {"user_name"}

    async def enter() -> int:
        return (await log_in("JANE.DOE", PASSWORD, Device())).account_id

    assert asyncio.run(enter()) == people.jane.id


def test_searches_find_who_opted_in_and_nobody_under_18(people: People, db: Database) -> None:
    assert not read_now(known, people.jane.id).search_opt_in
    edit(people.jane, search_opt_in=True)
    assert read_now(known, people.jane.id).search_opt_in
    edit(people.jane)
    assert not read_now(known, people.jane.id).search_opt_in

    with db.write() as session:
        learner = session.exec(select(Learner).where(Learner.account_id == people.jane.id)).one()
        learner.date_of_birth = now().date() - timedelta(days=17 * 365)
    with pytest.raises(Problems) as raised:
        edit(people.jane, search_opt_in=True, date_of_birth="12/04/1960")
    assert set(raised.value.by_field()) == {"search_opt_in"}
    assert not read_now(known, people.jane.id).search_opt_in


def test_a_new_email_counts_once_its_link_is_followed(people: People) -> None:
    assert edit(people.jane, email="Jane@Example.com") == "jane@example.com"
    assert account_of(people.jane).email == "jane@example.org"
    assert read_now(known, people.jane.id).new_email == "jane@example.com"
    assert mails("email_change_asked") == ["jane@example.org"]

    token = token_mailed_to("jane@example.com")
    write_now(change_email, token)
    assert account_of(people.jane).email == "jane@example.com"
    assert mails("email_changed") == ["jane@example.org"]
    assert read_now(known, people.jane.id).new_email == ""
    with pytest.raises(LinkUsed):
        write_now(change_email, token)


def test_an_older_or_late_link_changes_nothing(people: People, clock: Any) -> None:
    edit(people.jane, email="one@example.com")
    edit(people.jane, email="two@example.com")
    with pytest.raises(LinkSuperseded):
        write_now(change_email, token_mailed_to("one@example.com"))
    clock.move(hours=24)
    with pytest.raises(LinkExpired):
        write_now(change_email, token_mailed_to("two@example.com"))
    assert account_of(people.jane).email == "jane@example.org"


def test_an_email_taken_meanwhile_stays_with_who_has_it(people: People, db: Database) -> None:
    edit(people.jane, email="new@example.com")
    with db.write() as session:
        session.get_one(Account, people.dave.id).email = "new@example.com"
    with pytest.raises(EmailIsTaken):
        write_now(change_email, token_mailed_to("new@example.com"))
    assert account_of(people.jane).email == "jane@example.org"


def test_the_old_mailbox_sets_no_password_after_the_change(people: People) -> None:
    write_now(request_password_reset, "jane@example.org")
    old = token_mailed_to("jane@example.org")
    edit(people.jane, email="new@example.com")
    write_now(change_email, token_mailed_to("new@example.com"))
    with pytest.raises(LinkSuperseded):
        read_now(look_at_link, LinkPurpose.RESET_PASSWORD, old)


def test_new_emails_are_tried_five_times_an_hour(people: People, clock: Any) -> None:
    async def tries() -> None:
        for number in range(5):
            await count_new_email(people.jane.id, f"{number}@example.com")
        await count_new_email(people.jane.id, "jane@example.org")
        with pytest.raises(TooManyTries):
            await count_new_email(people.jane.id, "6@example.com")

    asyncio.run(tries())


def test_contact_information_is_optional_and_checked(people: People) -> None:
    write_now(edit_contact, people.jane.id, TypedContact("", "", "cy", "", ""))
    assert account_of(people.jane).language == "cy"
    wrong = TypedContact("jane@", "x", "fr", "\u202e", "1")
    with pytest.raises(Problems) as raised:
        write_now(edit_contact, people.jane.id, wrong)
    assert set(raised.value.by_field()) == {
        "alternative_email",
        "mobile_phone",
        "emergency_name",
        "emergency_phone",
    }
    right = TypedContact("J@Example.com", "+44 7700 900 001", "en", "Nia Siôn", "01632 960 002")
    write_now(edit_contact, people.jane.id, right)
    profile = read_now(known, people.jane.id).profile
    assert (profile.alternative_email, profile.emergency_name) == ("j@example.com", "Nia Siôn")


def change(person: Person, session_id: int, current: str, new: str = NEW, again: str = NEW) -> None:
    typed = TypedPasswords(current, new, again)
    asyncio.run(change_password(person.id, session_id, typed))


def test_a_new_password_ends_the_other_logins_and_is_told(people: People) -> None:
    here, there = (write_now(open_session, people.jane.id) for _ in range(2))
    here_now = read_now(who_is, here)
    assert here_now
    change(people.jane, here_now[0].session_id, PASSWORD)

    assert read_now(who_is, here)
    assert read_now(who_is, there) is None
    assert mails("password_changed") == ["jane@example.org"]
    with pytest.raises(WrongCredentials):
        asyncio.run(log_in("jane@example.org", PASSWORD, Device()))
    assert asyncio.run(log_in("jane@example.org", NEW, Device())).account_id == people.jane.id


def test_wrong_current_passwords_are_counted_with_those_of_the_login(people: People) -> None:
    for _ in range(4):
        with pytest.raises(WrongCurrentPassword):
            change(people.jane, 0, "not it")
    with pytest.raises(LockedByWrongPasswords):
        change(people.jane, 0, "not it")
    with pytest.raises(LockedByWrongPasswords):
        change(people.jane, 0, PASSWORD)
    with pytest.raises(LockedByWrongPasswords):
        asyncio.run(log_in("jane@example.org", PASSWORD, Device()))
    assert mails("account_locked") == ["jane@example.org"]


@pytest.mark.parametrize(
    ("passwords", "fields"),
    [
        (("", NEW, NEW), {"current_password"}),
        (("x", "", ""), {"password"}),
        (("x", NEW, ""), {"confirm_password"}),
        (("x", NEW, NEW + "!"), {"confirm_password"}),
        (("x", "short", "short"), {"password"}),
        (("x", "Jane Doe Jane Doe", "Jane Doe Jane Doe"), {"password"}),
    ],
)
def test_bad_new_passwords_cost_no_try(
    people: People, passwords: tuple[str, str, str], fields: set[str]
) -> None:
    for _ in range(6):
        with pytest.raises(Problems) as raised:
            change(people.jane, 0, *passwords)
        assert set(raised.value.by_field()) == fields


def test_a_login_is_ended_by_its_owner_alone(people: People) -> None:
    hers, his = (write_now(open_session, p.id, "", "Firefox") for p in (people.jane, people.dave))
    (row,) = read_now(running_sessions, people.jane.id)
    assert not write_now(end_login, people.dave.id, id_of(row))
    assert read_now(who_is, hers)
    assert write_now(end_login, people.jane.id, id_of(row))
    assert read_now(who_is, hers) is None
    assert read_now(running_sessions, people.jane.id) == []

    again = write_now(open_session, people.jane.id)
    write_now(end_all_logins, people.jane.id)
    assert read_now(who_is, again) is None
    assert read_now(who_is, his)


@pytest.fixture
def second(people: People, db: Database) -> Learner:
    """The records know Jane twice, by another number, with an award."""
    with db.write() as session:
        person = add_learner(session, "Jane", "Doe", "TA-200001", date(1998, 4, 12))
        assert person.learner
        person.learner.email = ""
        award = session.get_one(Award, people.nia.awards[0].id)
        award.learner_id = id_of(person.learner)
    return person.learner


def numbers(person: Person) -> list[str]:
    assert person.learner
    return read_now(list_enrolment_numbers, person.learner.id)


def test_a_number_of_the_same_person_brings_its_awards(people: People, second: Learner) -> None:
    assert asyncio.run(add_number(people.jane.id, " ta 200001 ")) == "TA-200001"
    assert numbers(people.jane) == ["TA-100001", "TA-200001"]
    assert read_now(lambda s: s.get_one(Award, people.nia.awards[0].id)).learner_id == (
        people.jane.learner and people.jane.learner.id
    )
    with pytest.raises(NumberIsYours):
        asyncio.run(add_number(people.jane.id, "TA-200001"))


def test_the_email_of_the_records_will_do_without_a_date_of_birth(
    people: People, second: Learner, db: Database
) -> None:
    with db.write() as session:
        learner = session.get_one(Learner, second.id)
        learner.date_of_birth, learner.email = None, "Jane@example.org"
    assert asyncio.run(add_number(people.jane.id, "TA-200001")) == "TA-200001"


@pytest.mark.parametrize("what", ["name", "born", "registered", "nobody", "dave", "mallory"])
def test_whatever_does_not_match_is_refused_in_the_same_words(
    people: People, second: Learner, db: Database, what: str
) -> None:
    asks, number = people.jane, "TA-200001"
    with db.write() as session:
        learner = session.get_one(Learner, second.id)
        if what == "name":
            learner.first_name = "Joan"
        elif what == "born":
            learner.date_of_birth = date(1998, 4, 13)
        elif what == "registered":
            learner.account_id = people.olwen.id
    if what == "nobody":
        number = "TA-999999"
    elif what in ("dave", "mallory"):
        asks = getattr(people, what)
        renamed = {"first_name": "Jane", "last_name": "Doe", "email": asks.email}
        edit(asks, **renamed)
    before = snapshot()
    with pytest.raises(NumberDoesNotMatch):
        asyncio.run(add_number(asks.id, number))
    assert snapshot() == before


def snapshot() -> list[tuple[int, str]]:
    def rows(session: Session) -> list[tuple[int, str]]:
        found = session.exec(select(Award).order_by(col(Award.id)))
        return [(award.learner_id, award.reference) for award in found]

    return read_now(rows)


def test_numbers_are_tried_five_times_an_hour(people: People, second: Learner, clock: Any) -> None:
    with pytest.raises(NumberMissing):
        asyncio.run(add_number(people.jane.id, " "))
    for _ in range(5):
        with pytest.raises(NumberDoesNotMatch):
            asyncio.run(add_number(people.jane.id, "TA-999999"))
    with pytest.raises(TooManyTries):
        asyncio.run(add_number(people.jane.id, "TA-200001"))
