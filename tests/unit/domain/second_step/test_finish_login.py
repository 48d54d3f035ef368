"""The second step of a login: codes of the app, recovery codes, and what locks."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.enter import HalfWay, LoggedIn
from certify_app.domain.accounts.lock_account import lock_account, unlock_account
from certify_app.domain.accounts.log_in import log_in
from certify_app.domain.accounts.models import LoginSession
from certify_app.domain.accounts.prove_password import has_confirmed
from certify_app.domain.accounts.sessions import who_is
from certify_app.domain.errors import DomainError
from certify_app.domain.second_step.finish_login import A_DAY, TypedCode, finish_login
from certify_app.domain.second_step.half_logins import delete_half_logins, is_half_way
from certify_app.domain.second_step.models import HalfLogin
from certify_app.domain.second_step.recovery_codes import codes_left
from certify_app.domain.sign_ins.record_sign_in import recent_sign_ins
from tests.clock import HeldClock
from tests.people import PASSWORD, People
from tests.second_steps import App, give_second_step
from tests.unit.domain.accounts.registering import mails

LAPTOP = Device("192.0.2.7", "Firefox on Linux")


@pytest.fixture
def jane(db: Database, people: People, clock: HeldClock) -> tuple[App, list[str]]:
    with db.write() as session:
        return give_second_step(session, people.jane)


def half(further: str = "") -> str:
    """The token between the two steps of Jane's login."""
    entered = asyncio.run(log_in("jane@example.org", PASSWORD, LAPTOP, further))
    assert isinstance(entered, HalfWay)
    return entered.token


def finish(token: str, code: str, recovery: bool = False) -> tuple[LoggedIn, str]:
    return asyncio.run(finish_login(token, TypedCode(code, recovery), LAPTOP))


def outcome(token: str, code: str, recovery: bool = False) -> str:
    try:
        finish(token, code, recovery)
    except DomainError as problem:
        return type(problem).__name__
    return "in"


def test_the_password_alone_opens_nothing(db: Database, jane: tuple[App, list[str]]) -> None:
    token = half()
    with db.read() as session:
        assert who_is(session, token) is None
        assert not session.exec(select(LoginSession)).all()
        assert is_half_way(session, token)


def test_the_app_s_code_lets_in_and_leads_on(
    db: Database, people: People, jane: tuple[App, list[str]]
) -> None:
    token = half("/orders?page=2")
    entered, further = finish(token, jane[0].code())
    assert further == "/orders?page=2"
    found = read_now(who_is, entered.token)
    assert found
    assert found[0].account_id == people.jane.id
    assert read_now(has_confirmed, found[0].session_id)
    assert not read_now(is_half_way, token)


@pytest.mark.parametrize("later", [-1, 0, 1])
def test_a_clock_half_a_minute_off_is_forgiven(jane: tuple[App, list[str]], later: int) -> None:
    assert outcome(half(), jane[0].code(later)) == "in"


@pytest.mark.parametrize("later", [-3, -2, 2, 3, 100])
def test_an_old_or_future_code_is_not(jane: tuple[App, list[str]], later: int) -> None:
    assert outcome(half(), jane[0].code(later)) == "CodeIsWrong"


def test_spaces_in_a_code_do_not_matter(jane: tuple[App, list[str]]) -> None:
    code = jane[0].code()
    assert outcome(half(), f" {code[:3]} {code[3:]} ") == "in"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "CodeMissing"),
        ("   ", "CodeMissing"),
        ("abc", "CodeMissing"),
        ("\x00", "CodeMissing"),
        ("٣٣٣٣٣٣", "CodeMissing"),
        ("12345", "CodeIsWrong"),
        ("1" * 10_000, "CodeIsWrong"),
    ],
)
def test_what_is_no_code_is_told(jane: tuple[App, list[str]], typed: str, said: str) -> None:
    assert outcome(half(), typed) == said


def test_a_code_works_once_and_so_does_none_before_it(
    jane: tuple[App, list[str]], clock: HeldClock
) -> None:
    code, before = jane[0].code(), jane[0].code(-1)
    assert outcome(half(), code) == "in"
    assert outcome(half(), code) == "CodeIsUsed"
    assert outcome(half(), before) == "CodeIsUsed"
    clock.move(seconds=30)
    assert outcome(half(), jane[0].code()) == "in"


def test_of_twelve_uses_of_one_code_at_once_one_succeeds(jane: tuple[App, list[str]]) -> None:
    tokens, code = [half() for _ in range(4)], jane[0].code()
    with ThreadPoolExecutor(12) as pool:
        said = list(pool.map(lambda token: outcome(token, code), tokens * 3))
    assert said.count("in") == 1


def test_of_twelve_uses_of_one_recovery_code_at_once_one_succeeds(
    jane: tuple[App, list[str]],
) -> None:
    tokens, code = [half() for _ in range(4)], jane[1][0]
    with ThreadPoolExecutor(12) as pool:
        said = list(pool.map(lambda token: outcome(token, code, recovery=True), tokens * 3))
    assert said.count("in") == 1


def test_each_recovery_code_works_once_and_its_owner_is_told(
    db: Database, people: People, jane: tuple[App, list[str]]
) -> None:
    code = jane[1][3]
    assert outcome(half(), code.upper().replace("-", " "), recovery=True) == "in"
    assert outcome(half(), code, recovery=True) == "RecoveryCodeIsWrong"
    with db.read() as session:
        assert codes_left(session, people.jane.id) == 9
        (mail,) = mails(session, "recovery_code_used")
    assert "9" in mail.text


def test_a_recovery_code_is_no_app_s_code_nor_the_other_way_round(
    jane: tuple[App, list[str]],
) -> None:
    assert outcome(half(), jane[0].code(), recovery=True) == "RecoveryCodeIsWrong"
    assert outcome(half(), "234567", recovery=False) == "CodeIsWrong"


def test_nobody_comes_in_with_another_s_code(
    db: Database, people: People, jane: tuple[App, list[str]]
) -> None:
    with db.write() as session:
        mallory, codes = give_second_step(session, people.mallory)
    assert outcome(half(), mallory.code()) == "CodeIsWrong"
    assert outcome(half(), codes[0], recovery=True) == "RecoveryCodeIsWrong"


def test_after_ten_minutes_one_starts_again(jane: tuple[App, list[str]], clock: HeldClock) -> None:
    token = half()
    clock.move(minutes=10)
    assert outcome(token, jane[0].code()) == "HalfLoginEnded"


@pytest.mark.parametrize("token", ["", "x", "é" * 50, "a" * 200])
def test_a_token_made_up_is_none(jane: tuple[App, list[str]], token: str) -> None:
    assert outcome(token, jane[0].code()) == "HalfLoginEnded"


def test_the_fifth_wrong_code_locks_and_says_so_by_mail(
    db: Database, jane: tuple[App, list[str]]
) -> None:
    token, wrong = half(), jane[0].wrong()
    said = [outcome(token, wrong) for _ in range(5)]
    assert said == ["CodeIsWrong"] * 4 + ["LockedByWrongCodes"]
    assert outcome(token, jane[0].code()) == "HalfLoginEnded"
    with pytest.raises(DomainError) as locked:
        half()
    assert "because the code was wrong too many times" in str(locked.value)
    with db.read() as session:
        (mail,) = mails(session, "account_locked")
    assert "because the code was wrong too many times" in mail.text


def test_starting_again_gives_no_further_tries(jane: tuple[App, list[str]]) -> None:
    said = [outcome(half(), jane[0].wrong()) for _ in range(5)]
    assert said[-1] == "LockedByWrongCodes"


def test_of_twelve_wrong_codes_at_once_five_are_looked_at(
    db: Database, people: People, jane: tuple[App, list[str]]
) -> None:
    tokens, wrong = [half() for _ in range(3)], jane[0].wrong()
    with ThreadPoolExecutor(12) as pool:
        said = list(pool.map(lambda token: outcome(token, wrong), tokens * 4))
    assert said.count("CodeIsWrong") <= 4
    with db.read() as session:
        assert len(recent_sign_ins(session, people.jane.id)) <= 5


def test_a_right_code_forgets_the_wrong_ones(jane: tuple[App, list[str]], clock: HeldClock) -> None:
    for _ in range(3):
        assert [outcome(half(), jane[0].wrong()) for _ in range(3)] == ["CodeIsWrong"] * 3
        clock.move(minutes=1)
        assert outcome(half(), jane[0].code()) == "in"


def test_staff_lift_the_lock_of_wrong_codes(jane: tuple[App, list[str]]) -> None:
    for _ in range(5):
        outcome(half(), jane[0].wrong())
    write_now(unlock_account, "jane@example.org")
    assert outcome(half(), jane[0].code()) == "in"


def test_a_lock_by_staff_ends_a_login_half_done(jane: tuple[App, list[str]]) -> None:
    token = half()
    write_now(lock_account, "jane@example.org")
    assert outcome(token, jane[0].code()) == "HalfLoginEnded"


def test_a_day_holds_so_many_codes_and_no_more(
    jane: tuple[App, list[str]], clock: HeldClock
) -> None:
    for _ in range(A_DAY):
        assert outcome(half(), jane[0].code()) == "in"
        clock.move(seconds=30)
    assert outcome(half(), jane[0].code()) == "TooManyTries"


def test_what_was_tried_is_written_down(
    db: Database, people: People, jane: tuple[App, list[str]]
) -> None:
    outcome(half(), jane[0].wrong())
    outcome(half(), jane[0].code())
    outcome(half(), jane[1][0], recovery=True)
    with db.read() as session:
        found = recent_sign_ins(session, people.jane.id)
    assert [(one.way.value, one.succeeded) for one in found] == [
        ("recovery_code", True),
        ("authenticator", True),
        ("authenticator", False),
    ]
    assert {one.browser for one in found} == {"Firefox on Linux"}


def test_logins_half_done_are_forgotten(
    db: Database, jane: tuple[App, list[str]], clock: HeldClock
) -> None:
    half()
    clock.move(minutes=19)
    write_now(delete_half_logins)
    with db.read() as session:
        assert session.exec(select(HalfLogin)).all()
    clock.move(minutes=2)
    write_now(delete_half_logins)
    with db.read() as session:
        assert not session.exec(select(HalfLogin)).all()
