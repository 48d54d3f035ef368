"""Forgot my password (guide 2.3.2)."""

from __future__ import annotations

import asyncio

import pytest
from sqlmodel import Session, select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts import passwords
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.errors import (
    LinkExpired,
    LinkSuperseded,
    LinkUnknown,
    LinkUsed,
    LockedByStaff,
    NotRegistered,
)
from certify_app.domain.accounts.lock_account import lock_account
from certify_app.domain.accounts.log_in import log_in
from certify_app.domain.accounts.models import Account, LoginSession
from certify_app.domain.accounts.request_password_reset import request_password_reset
from certify_app.domain.accounts.reset_password import reset_password
from certify_app.domain.accounts.sessions import open_session, who_is
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.errors import DomainError, Problems
from tests.clock import HeldClock
from tests.people import PASSWORD, People
from tests.unit.domain.accounts.registering import NEW_PASSWORD, last_token, mails

PHONE = Device("192.0.2.8", "Chrome on Android")


@pytest.fixture(autouse=True)
def cheap_bcrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "ROUNDS", 4)


@pytest.fixture
def token(db: Database, people: People, clock: HeldClock) -> str:
    """Of a mail that Jane asked for."""
    write_now(request_password_reset, "jane@example.org")
    with db.read() as session:
        return last_token(session, "reset_password")


def reset(token: str, password: str = NEW_PASSWORD, again: str = NEW_PASSWORD) -> None:
    asyncio.run(reset_password(token, password, again))


def test_an_unregistered_address_is_said_to_be_one(session: Session, people: People) -> None:
    with pytest.raises(NotRegistered) as error:
        request_password_reset(session, "nobody@example.org")
    assert str(error.value) == "This email is not registered. Check it, or register."


def test_an_awarding_body_may_tell_nobody_who_is_registered(
    session: Session, people: People
) -> None:
    session.get_one(AwardingBody, 1).reveal_unregistered = False
    request_password_reset(session, "nobody@example.org")
    assert not mails(session, "reset_password")


def test_the_new_password_works_and_the_old_one_does_not(token: str) -> None:
    reset(token)
    assert asyncio.run(log_in("jane@example.org", NEW_PASSWORD, PHONE)).token
    with pytest.raises(DomainError):
        asyncio.run(log_in("jane@example.org", PASSWORD, PHONE))


def test_a_reset_logs_out_everywhere_and_is_told(db: Database, people: People, token: str) -> None:
    with db.write() as session:
        cookie = open_session(session, people.jane.id)
        daves = open_session(session, people.dave.id)
    reset(token)
    assert read_now(who_is, cookie) is None
    assert read_now(who_is, daves)
    with db.read() as session:
        assert mails(session, "password_changed")[0].to == "jane@example.org"
        assert session.exec(select(AuditEntry)).one().act == "password_reset"


def test_a_reset_lifts_the_lock_of_wrong_passwords(people: People, token: str) -> None:
    for _ in range(5):
        with pytest.raises(DomainError):
            asyncio.run(log_in("jane@example.org", "wrong", PHONE))
    reset(token)
    assert asyncio.run(log_in("jane@example.org", NEW_PASSWORD, PHONE)).token


def test_a_reset_does_not_lift_the_lock_of_staff(people: People, token: str) -> None:
    write_now(lock_account, "jane@example.org")
    reset(token)
    with pytest.raises(LockedByStaff):
        asyncio.run(log_in("jane@example.org", NEW_PASSWORD, PHONE))


def test_a_link_works_once_for_30_minutes(token: str, clock: HeldClock) -> None:
    clock.move(minutes=29)
    reset(token)
    with pytest.raises(LinkUsed):
        reset(token)


def test_a_late_link_says_until_when_it_worked(token: str, clock: HeldClock) -> None:
    clock.move(minutes=30)
    with pytest.raises(LinkExpired) as late:
        reset(token)
    assert "10:30" in str(late.value)


def test_a_newer_link_replaces_the_older(token: str) -> None:
    write_now(request_password_reset, "jane@example.org")
    with pytest.raises(LinkSuperseded):
        reset(token)


def test_a_verification_link_resets_nothing(db: Database, people: People) -> None:
    from tests.unit.domain.accounts.registering import nia_registers

    with pytest.raises(LinkUnknown):
        reset(nia_registers(db, people.nia))


@pytest.mark.parametrize(
    ("password", "again", "fields"),
    [
        ("short", "short", {"password"}),
        ("x" * 5000, "x" * 5000, {"password"}),
        ("password1234", "password1234", {"password"}),
        ("jane@example.org2", "jane@example.org2", {"password"}),
        (NEW_PASSWORD, "", {"confirm_password"}),
        (NEW_PASSWORD, NEW_PASSWORD + "x", {"confirm_password"}),
        ("short", "other", {"password", "confirm_password"}),
    ],
)
def test_a_bad_password_leaves_the_link_for_another_try(
    token: str, password: str, again: str, fields: set[str]
) -> None:
    with pytest.raises(Problems) as found:
        reset(token, password, again)
    assert set(found.value.by_field()) == fields
    reset(token)


def test_sessions_of_a_reset_are_kept_as_ended(db: Database, people: People, token: str) -> None:
    with db.write() as session:
        open_session(session, people.jane.id)
    reset(token)
    with db.read() as session:
        assert session.exec(select(LoginSession)).one().ended_at
        assert session.get_one(Account, people.jane.id).locked_at is None
