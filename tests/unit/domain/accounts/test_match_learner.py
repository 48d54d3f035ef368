"""Who may register: those whom the records hold, with what may differ forgiven."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import Session

from certify_app.domain.accounts.errors import (
    AlreadyRegistered,
    DetailsDoNotMatch,
    EmailTaken,
)
from certify_app.domain.accounts.match_learner import match_learner
from certify_app.domain.accounts.registration_details import (
    PersonalDetails,
    check_personal_details,
)
from certify_app.domain.errors import Problems
from certify_app.domain.learners.models import Learner
from certify_app.domain.names import fold
from tests.people import People, Person, add_learner

BORN = date(1990, 1, 2)


def rename(person: Person, first: str, last: str, middle: str = "") -> Learner:
    learner = person.learner
    assert learner
    learner.first_name, learner.last_name, learner.middle_name = first, last, middle
    learner.first_name_key, learner.last_name_key = fold(first), fold(last)
    return learner


@pytest.mark.parametrize(
    ("first", "last", "number"),
    [
        ("Nia", "Siôn", "TA-100003"),
        ("NIA", "sion", "ta100003"),
        (" nia ", "Sio\u0302n", "TA 100 003"),
        ("Siôn", "Nia", "TA‑100003"),
    ],
)
def test_case_accents_spaces_hyphens_and_order_are_forgiven(
    session: Session, people: People, first: str, last: str, number: str
) -> None:
    details = check_personal_details(first, last, number)
    match = match_learner(session, "nia@example.org", details)
    assert people.nia.learner
    assert match.learner.id == people.nia.learner.id
    assert match.email_is_known


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        (("Dave", "O’Neill-Łyś", ""), ("dave", "ONeill Lys")),
        (("Jane", "Doe", "Mary"), ("Jane Mary", "Doe")),
        (("Jane", "Doe", "Mary"), ("Jane", "Doe")),
        (("María del Carmen", "López", ""), ("María", "del Carmen López")),
        (("محمد", "علي", ""), ("محمد", "علي")),
        (("伟", "王", ""), ("王", "伟")),
        (("Suharto", "", ""), ("Suharto", "suharto")),
        (("", "Suharto", ""), ("Suharto", "Suharto")),
    ],
)
def test_a_name_matches_however_it_is_written(
    session: Session,
    recorded: tuple[str, str, str],
    typed: tuple[str, str],
) -> None:
    person = add_learner(session, "X", "Y", "N-1", BORN)
    rename(person, *recorded)
    details = PersonalDetails(*typed, "N-1")
    assert match_learner(session, "x@example.org", details).learner == person.learner


@pytest.mark.parametrize(
    ("email", "first", "last", "number"),
    [
        ("other@example.org", "Nia", "Siôn", "TA-100003"),
        ("nia@example.org", "Mia", "Siôn", "TA-100003"),
        ("nia@example.org", "Nia", "Nia", "TA-100003"),
        ("nia@example.org", "Nia", "Siôn", "TA-100002"),
        ("nia@example.org", "Nia", "Siôn", "TA-999999"),
        ("dave@example.org", "Nia", "Siôn", "TA-100002"),
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(
    session: Session, people: People, email: str, first: str, last: str, number: str
) -> None:
    with pytest.raises(DetailsDoNotMatch) as wrong:
        match_learner(session, email, PersonalDetails(first, last, number))
    assert "Teifi Awards" in str(wrong.value)


def test_another_email_needs_the_date_of_birth(session: Session, people: People) -> None:
    born = PersonalDetails("Nia", "Siôn", "TA-100003", date(2003, 2, 28))
    assert not match_learner(session, "new@example.org", born).email_is_known
    wrong = PersonalDetails("Nia", "Siôn", "TA-100003", date(2003, 2, 27))
    with pytest.raises(DetailsDoNotMatch):
        match_learner(session, "new@example.org", wrong)


def test_records_without_email_or_date_of_birth_match_nobody(session: Session) -> None:
    person = add_learner(session, "Ada", "Loy", "N-2", BORN)
    assert person.learner
    person.learner.email, person.learner.date_of_birth = "", None
    with pytest.raises(DetailsDoNotMatch):
        match_learner(session, "ada@example.org", PersonalDetails("Ada", "Loy", "N-2"))


def test_who_is_registered_hears_it_only_with_every_fact(session: Session, people: People) -> None:
    details = PersonalDetails("Jane", "Doe", "TA-100001")
    with pytest.raises(AlreadyRegistered):
        match_learner(session, "jane@example.org", details)
    with pytest.raises(DetailsDoNotMatch):
        match_learner(session, "mallory@example.org", details)


def test_an_email_of_another_account_is_refused(session: Session, people: People) -> None:
    assert people.nia.learner
    people.nia.learner.email = "tracy@example.org"
    session.add(people.nia.learner)
    session.flush()
    with pytest.raises(EmailTaken):
        match_learner(session, "tracy@example.org", PersonalDetails("Nia", "Siôn", "TA-100003"))


@pytest.mark.parametrize(
    ("first", "last", "number", "born"),
    [
        ("   ", "Siôn", "TA-100003", ""),
        ("Nia", "", "TA-100003", ""),
        ("Nia", "Siôn", " ", ""),
        ("Nia", "Siôn", "---", ""),
        ("Nia\u202e", "Siôn", "TA-100003", ""),
        ("Nia", "Si\x00ôn", "TA-100003", ""),
        ("Nia", "Siôn", "TA-\u202e100003", ""),
        ("Nia", "Siôn", "1" * 61, ""),
        ("N" * 101, "Siôn", "TA-100003", ""),
        ("\ud800", "Siôn", "TA-100003", ""),
        ("Nia", "Siôn", "TA-100003", "31/02/2003"),
        ("Nia", "Siôn", "TA-100003", "1/1/2124"),
        ("Nia", "Siôn", "TA-100003", "yesterday"),
    ],
)
def test_what_nobody_is_called_is_refused_at_its_field(
    first: str, last: str, number: str, born: str
) -> None:
    with pytest.raises(Problems) as found:
        check_personal_details(first, last, number, born)
    assert len(found.value.by_field()) == 1


@pytest.mark.parametrize("typed", ["28/2/2003", "28 02 2003", "28-02-2003", "28.2.2003 "])
def test_a_date_of_birth_is_read_with_any_separator(typed: str) -> None:
    details = check_personal_details("Nia", "Siôn", "TA-100003", typed)
    assert details.date_of_birth == date(2003, 2, 28)
