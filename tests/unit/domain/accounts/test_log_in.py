"""Logging in, and being locked out (guide 2.3)."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts import hashing
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.enter import LoggedIn
from certify_app.domain.accounts.errors import (
    EmailMissing,
    LockedByStaff,
    LockedByWrongPasswords,
    NoSuchAccount,
    PasswordMissing,
    TooBusy,
    WrongCredentials,
)
from certify_app.domain.accounts.lock_account import lock_account, unlock_account
from certify_app.domain.accounts.log_in import log_in, normal_name
from certify_app.domain.accounts.models import Account, LoginSession, WrongPasswords
from certify_app.domain.accounts.sessions import who_is
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.errors import DomainError
from tests.clock import HeldClock
from tests.people import PASSWORD, People
from tests.unit.domain.accounts.registering import mails

LAPTOP = Device("192.0.2.7", "Firefox on Linux")
PHONE = Device("192.0.2.8", "Chrome on Android")


@pytest.fixture(autouse=True)
def fast_nobody(monkeypatch: pytest.MonkeyPatch, people: People) -> None:
    """The stand-in for an unknown account at the cost of the people's own passwords."""
    from certify_app.domain.accounts import passwords

    hashed = people.jane.account and people.jane.account.password_hash
    monkeypatch.setattr(passwords, "_nobodys", lambda: hashed)


def enter(name: str, password: str = PASSWORD, device: Device = LAPTOP) -> LoggedIn:
    return asyncio.run(log_in(name, password, device))


def outcome(name: str, password: str) -> str:
    try:
        enter(name, password)
    except DomainError as error:
        return type(error).__name__
    return "in"


@pytest.mark.parametrize("name", ["jane@example.org", " JANE@Example.org "])
def test_the_right_password_lets_in(db: Database, people: People, name: str) -> None:
    found = read_now(who_is, enter(name).token)
    assert found
    assert found[0].account_id == people.jane.id
    with db.read() as session:
        login = session.get_one(LoginSession, found[0].session_id)
    assert (login.address, login.browser) == ("192.0.2.7", "Firefox on Linux")


def test_a_user_name_serves_as_well(db: Database, people: People) -> None:
    with db.write() as session:
        session.get_one(Account, people.jane.id).user_name = "janedoe"
    assert enter("JaneDoe").account_id == people.jane.id


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("jane@example.org", "wrong"),
        ("jane@example.org", PASSWORD.upper()),
        ("jane@example.org", "x" * 5000),
        ("jane@example.org", "\x00" + PASSWORD),
        ("nobody@example.org", PASSWORD),
        ("a\nb@example.org", PASSWORD),
        ("\x00", PASSWORD),
        ("\u202ejane@example.org", PASSWORD),
        ("x" * 100_000, PASSWORD),
        ("\ud800", "\ud800"),
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(people: People, name: str, password: str) -> None:
    with pytest.raises(WrongCredentials) as wrong:
        enter(name, password)
    assert str(wrong.value) == "The email or password is not right"


def test_empty_fields_are_said_and_not_counted(db: Database, people: People) -> None:
    with pytest.raises(EmailMissing):
        enter("  ")
    with pytest.raises(PasswordMissing):
        enter("jane@example.org", "")
    with db.read() as session:
        assert not session.exec(select(WrongPasswords)).all()


@pytest.mark.parametrize("name", ["jane@example.org", "nobody@example.org", "some one"])
def test_the_fifth_wrong_password_locks_known_and_unknown_alike(people: People, name: str) -> None:
    said = [outcome(name, "wrong") for _ in range(6)]
    assert said == ["WrongCredentials"] * 4 + ["LockedByWrongPasswords"] * 2
    assert outcome(name, PASSWORD) == "LockedByWrongPasswords"


def test_the_lock_is_told_once_and_only_to_a_real_account(db: Database, people: People) -> None:
    for name in ("jane@example.org", "nobody@example.org"):
        for _ in range(8):
            outcome(name, "wrong")
    with db.read() as session:
        assert [m.to for m in mails(session, "account_locked")] == ["jane@example.org"]


def test_user_name_and_email_are_counted_together(db: Database, people: People) -> None:
    with db.write() as session:
        session.get_one(Account, people.jane.id).user_name = "janedoe"
    for name in ("janedoe", "jane@example.org", "janedoe", "jane@example.org"):
        assert outcome(name, "wrong") == "WrongCredentials"
    assert outcome("janedoe", "wrong") == "LockedByWrongPasswords"


def test_twelve_wrong_at_once_get_five_looks_and_a_lock(
    db: Database, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []

    async def look(password: str, password_hash: str | None) -> bool:
        looks.append(password)
        return False

    monkeypatch.setattr("certify_app.domain.accounts.log_in.matches_aside", look)
    with ThreadPoolExecutor(12) as pool:
        said = list(pool.map(lambda _: outcome("jane@example.org", "wrong"), range(12)))
    assert len(looks) == 5
    assert said.count("LockedByWrongPasswords") >= 8
    with db.read() as session:
        assert session.exec(select(WrongPasswords)).one().locked_at
        assert len(mails(session, "account_locked")) == 1


def test_the_right_password_takes_the_count_back(people: People) -> None:
    for _ in range(3):
        assert [outcome("jane@example.org", "wrong") for _ in range(4)] == ["WrongCredentials"] * 4
        assert outcome("jane@example.org", PASSWORD) == "in"


def test_wrong_passwords_are_forgotten_after_hours_but_a_lock_is_not(
    people: People, clock: HeldClock
) -> None:
    for _ in range(4):
        outcome("jane@example.org", "wrong")
    for _ in range(5):
        outcome("dave@example.org", "wrong")
    clock.move(hours=6)
    assert outcome("jane@example.org", "wrong") == "WrongCredentials"
    assert outcome("dave@example.org", PASSWORD) == "LockedByWrongPasswords"


def test_a_lock_by_staff_ends_the_sessions_and_has_its_own_words(
    db: Database, people: People
) -> None:
    token = enter("jane@example.org").token
    write_now(lock_account, "JANE@example.org", "asked by phone", people.olwen.id)
    assert read_now(who_is, token) is None
    with pytest.raises(LockedByStaff) as locked:
        enter("jane@example.org")
    assert str(locked.value) == (
        "Your account has been locked by Teifi Awards. Contact registry@localhost."
    )
    assert outcome("jane@example.org", "wrong") == "WrongCredentials"
    with db.read() as session:
        entry = session.exec(select(AuditEntry)).one()
        assert (entry.act, entry.actor_id) == ("account_locked", people.olwen.id)
        assert "Teifi Awards" in mails(session, "account_locked")[0].text


def test_unlocking_lifts_both_locks(db: Database, people: People) -> None:
    write_now(lock_account, "jane@example.org")
    for _ in range(5):
        outcome("jane@example.org", "wrong")
    write_now(unlock_account, "jane@example.org")
    assert outcome("jane@example.org", PASSWORD) == "in"


def test_locking_nobody_is_said(session: Session) -> None:
    with pytest.raises(NoSuchAccount):
        lock_account(session, "nobody@example.org")


def test_a_new_browser_is_told_by_mail_but_not_the_first(db: Database, people: People) -> None:
    for device in (LAPTOP, LAPTOP, PHONE, PHONE):
        enter("jane@example.org", device=device)
    with db.read() as session:
        (mail,) = mails(session, "new_sign_in")
        assert "Chrome on Android" in mail.text


def test_a_flood_is_told_to_wait_and_counts_as_no_look(
    monkeypatch: pytest.MonkeyPatch, people: People
) -> None:
    monkeypatch.setattr(hashing, "MOST_WAITING", 0)
    with pytest.raises(TooBusy):
        enter("jane@example.org")


@pytest.mark.parametrize(
    ("typed", "normal"),
    [("Jane.Doe", "jane.doe"), ("  ", ""), ("a\x00b", ""), ("ＪＡＮＥ", "jane")],
)
def test_a_user_name_has_one_form(typed: str, normal: str) -> None:
    assert normal_name(typed) == normal


def test_locked_is_said_before_bcrypt(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        outcome("jane@example.org", "wrong")
    monkeypatch.setattr("certify_app.domain.accounts.log_in.matches_aside", None)
    with pytest.raises(LockedByWrongPasswords):
        enter("jane@example.org")
