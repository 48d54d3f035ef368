"""The State of the registration, called as any socket may call it."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from certify_app.db.engine import Database
from certify_app.domain.accounts import limits, passwords
from certify_app.domain.accounts.limits import Limit
from certify_app.locales import _, speaking
from certify_app.state.portal.register import Register
from tests.people import People
from tests.state.visits import at
from tests.unit.domain.accounts.registering import mails, registrations

PASSWORD = "seven herons by the weir"
PAGE_ONE = {"email": "nia@example.org", "password": PASSWORD, "confirm_password": PASSWORD}
PAGE_TWO = {"first_name": "Nia", "last_name": "Siôn", "enrolment_number": "TA-100003"}
ALL = PAGE_ONE | PAGE_TWO


@pytest.fixture(autouse=True)
def cheap_bcrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "ROUNDS", 4)


def go_on(state: Register, form: Any, times: int = 1) -> Register:
    for _time in range(times):
        asyncio.run(state.go_on(form))  # type: ignore[operator]
    return state


def seen(state: Register) -> str:
    """Everything of it that goes to a browser or a store."""
    kept = repr(state.__getstate__())
    assert "_registration_id" in kept
    return kept


def test_the_steps_lead_to_a_mail_and_keep_no_password(db: Database, people: People) -> None:
    state = go_on(at(Register, "/register"), ALL, times=3)
    assert state.sent_to == "nia@example.org"
    assert PASSWORD not in seen(state)
    with db.read() as session:
        assert len(mails(session, "verify_email")) == 1


def test_a_password_that_is_heard_is_not_kept(people: People) -> None:
    state = at(Register, "/register")
    asyncio.run(state.hear_password(PASSWORD))  # type: ignore[operator]
    assert state.rules == {
        "right_length": True,
        "hard_to_guess": True,
        "not_about_you": True,
    }
    assert PASSWORD not in seen(state)


@pytest.mark.parametrize(
    "form",
    [
        None,
        [],
        "text",
        7,
        {},
        {"email": {"a": 1}, "password": ["x"], "confirm_password": None},
        {"email": "a\nb@example.org", "password": "x" * 5000, "confirm_password": 5},
        dict.fromkeys(ALL, "\x00"),
        dict.fromkeys(ALL, "\u202e"),
        dict.fromkeys(ALL, "\ud800"),
        dict.fromkeys(ALL, "x" * 200_000),
    ],
)
@pytest.mark.parametrize("step", [1, 2, 3])
def test_whatever_comes_over_the_socket_gets_a_sentence(
    db: Database, people: People, form: Any, step: int
) -> None:
    state = at(Register, "/register")
    state.step = step
    go_on(state, form)
    assert state.errors
    assert not state.sent_to
    with db.read() as session:
        assert not registrations(session)


@pytest.mark.parametrize("heard", [None, 5, {"a": 1}, ["x"], "\ud800", "x" * 500_000])
def test_whatever_is_heard_is_survived(people: People, heard: Any) -> None:
    state = at(Register, "/register")
    asyncio.run(state.hear_password(heard))  # type: ignore[operator]
    state.hear_email(heard)  # type: ignore[operator]
    assert len(state.email) <= 254


def test_the_last_step_checks_everything_again(db: Database, people: People) -> None:
    state = at(Register, "/register")
    state.step = 3
    go_on(state, ALL | {"password": "short", "confirm_password": "short"})
    assert state.step == 1
    assert "password" in state.errors
    with db.read() as session:
        assert not registrations(session)


def test_a_mismatch_opens_the_date_of_birth_and_names_no_field(people: People) -> None:
    state = go_on(at(Register, "/register"), ALL | {"first_name": "Mia"}, times=3)
    assert (state.step, state.asks_birth_date) == (2, True)
    assert set(state.errors) == {""}


def test_sentences_come_in_the_language_of_the_page(people: People) -> None:
    state = go_on(at(Register, "/cy/register"), {})
    with speaking("cy"):
        welsh = _("Enter your email")
    assert state.errors["email"] == welsh != "Enter your email"


def test_a_flood_of_registrations_is_told_when_to_come_back(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Limit("registration", 2, limits.REGISTRATION.window)
    monkeypatch.setattr("certify_app.domain.accounts.register_learner.REGISTRATION", few)
    wrong = ALL | {"first_name": "Mia"}
    state = at(Register, "/register")
    for _time in range(3):
        state.step = 3
        go_on(state, wrong)
    assert state.errors == {"": "Too many tries. Wait 60 minutes, then try again."}


def test_the_mail_can_be_sent_again_a_few_times(db: Database, people: People) -> None:
    state = go_on(at(Register, "/register"), ALL, times=3)
    for _time in range(limits.RESEND_TO_ONE.times):
        asyncio.run(state.send_again())  # type: ignore[operator]
        assert state.sent_again
    asyncio.run(state.send_again())  # type: ignore[operator]
    assert not state.sent_again
    assert "Too many tries" in state.errors[""]
    with db.read() as session:
        assert len(mails(session, "verify_email")) == 1 + limits.RESEND_TO_ONE.times


def test_a_strangers_socket_sends_nothing_again(db: Database, people: People) -> None:
    state = at(Register, "/register")
    asyncio.run(state.send_again())  # type: ignore[operator]
    assert state.errors
    with db.read() as session:
        assert not mails(session, "verify_email")


def test_nothing_that_was_typed_is_logged(
    db: Database, people: People, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        go_on(at(Register, "/register"), ALL, times=3)
    said = caplog.text.lower()
    for secret in (PASSWORD, "nia@example.org", "ta-100003"):
        assert secret.lower() not in said
