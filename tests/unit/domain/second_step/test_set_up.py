"""Turning two-step login on and off."""

from __future__ import annotations

import asyncio

import pytest
from sqlmodel import select

from certify_app.config import settings
from certify_app.db.engine import Database, write_now
from certify_app.domain.accounts.errors import NoSuchAccount, PasswordNotGivenAgain
from certify_app.domain.accounts.models import Account, LoginSession, StaffRole
from certify_app.domain.accounts.prove_password import LASTS, confirm_password, has_confirmed
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.audit.models import AuditEntry
from certify_app.domain.errors import DomainError
from certify_app.domain.second_step.finish_login import TypedCode
from certify_app.domain.second_step.models import Authenticator, RecoveryCode
from certify_app.domain.second_step.required import must_set_up_second_step
from certify_app.domain.second_step.set_up import (
    finish_set_up,
    renew_codes,
    start_set_up,
    turn_off,
    turn_off_for,
)
from certify_app.domain.second_step.standing import second_step
from tests.clock import HeldClock
from tests.people import PASSWORD, People
from tests.second_steps import App, give_second_step
from tests.unit.domain.accounts.registering import mails


def said(act: object) -> str:
    try:
        asyncio.run(act)  # type: ignore[arg-type]
    except DomainError as problem:
        return type(problem).__name__
    return "done"


def session_of(db: Database, account_id: int) -> int:
    with db.write() as session:
        open_session(session, account_id)
    with db.read() as session:
        mine = select(LoginSession.id).where(LoginSession.account_id == account_id)
        return session.exec(mine).all()[-1] or 0


def test_the_first_code_turns_it_on(db: Database, people: People, clock: HeldClock) -> None:
    offer = asyncio.run(start_set_up(people.jane.id, PASSWORD))
    assert offer.address.startswith("otpauth://totp/Teifi%20Awards:jane%40example.org?secret=")
    app = App(offer.secret)
    assert said(finish_set_up(people.jane.id, app.wrong())) == "CodeIsWrong"
    codes = asyncio.run(finish_set_up(people.jane.id, app.code()))
    assert len(set(codes)) == 10
    with db.read() as session:
        found = second_step(session, people.jane.id)
        assert (found.on_since, found.codes_left) == (clock.now, 10)
        (mail,) = mails(session, "two_step_on")
        assert mail.to == "jane@example.org"
        assert session.exec(select(AuditEntry.act)).all() == ["two_step_on"]


def test_neither_secret_nor_codes_stand_in_the_database(
    db: Database, people: People, clock: HeldClock
) -> None:
    offer = asyncio.run(start_set_up(people.jane.id, PASSWORD))
    codes = asyncio.run(finish_set_up(people.jane.id, App(offer.secret).code()))
    with db.read() as session:
        kept = repr(session.exec(select(Authenticator)).all())
        kept += repr(session.exec(select(RecoveryCode)).all())
    for secret in (offer.secret, *codes, *(code.replace("-", "") for code in codes)):
        assert secret not in kept


@pytest.mark.parametrize(
    ("password", "problem"),
    [("", "CurrentPasswordMissing"), ("wrong", "WrongCurrentPassword")],
)
def test_it_takes_the_password(people: People, password: str, problem: str) -> None:
    assert said(start_set_up(people.jane.id, password)) == problem
    assert said(finish_set_up(people.jane.id, "123456")) == "CodeIsWrong"


def test_a_new_offer_replaces_the_one_before(people: People, clock: HeldClock) -> None:
    first = asyncio.run(start_set_up(people.jane.id, PASSWORD))
    second = asyncio.run(start_set_up(people.jane.id, PASSWORD))
    assert said(finish_set_up(people.jane.id, App(first.secret).code())) == "CodeIsWrong"
    assert said(finish_set_up(people.jane.id, App(second.secret).code())) == "done"
    assert said(start_set_up(people.jane.id, PASSWORD)) == "SecondStepIsOn"
    clock.move(minutes=1)
    assert said(finish_set_up(people.jane.id, App(second.secret).code())) == "SecondStepIsOn"


def test_turning_it_off_takes_password_and_code(
    db: Database, people: People, clock: HeldClock
) -> None:
    with db.write() as session:
        app, codes = give_second_step(session, people.jane)

    def off(password: str, code: str, recovery: bool = False) -> str:
        return said(turn_off(people.jane.id, password, TypedCode(code, recovery)))

    assert off("wrong", app.code()) == "WrongCurrentPassword"
    assert off(PASSWORD, "") == "CodeMissing"
    assert off(PASSWORD, app.wrong()) == "CodeIsWrong"
    with db.read() as session:
        assert second_step(session, people.jane.id).on_since
    assert off(PASSWORD, codes[0], recovery=True) == "done"
    assert off(PASSWORD, app.code()) == "SecondStepIsOff"
    with db.read() as session:
        assert second_step(session, people.jane.id).on_since is None
        assert not session.exec(select(RecoveryCode)).all()
        assert not session.exec(select(Authenticator)).all()
        assert len(mails(session, "two_step_off")) == 1


def test_staff_turn_it_off_for_who_has_lost_everything(db: Database, people: People) -> None:
    with db.write() as session:
        give_second_step(session, people.jane)
    write_now(turn_off_for, " JANE@example.org ", people.olwen.id)
    with db.read() as session:
        assert second_step(session, people.jane.id).on_since is None
        (entry,) = session.exec(select(AuditEntry)).all()
    assert (entry.act, entry.actor_id) == ("two_step_off", people.olwen.id)
    with pytest.raises(NoSuchAccount):
        write_now(turn_off_for, "nobody@example.org")
    with pytest.raises(DomainError):
        write_now(turn_off_for, "jane@example.org")


def test_new_codes_take_the_password_again_and_end_the_old_ones(
    db: Database, people: People, clock: HeldClock
) -> None:
    with db.write() as session:
        _app, old = give_second_step(session, people.jane)
    login = session_of(db, people.jane.id)
    with pytest.raises(PasswordNotGivenAgain):
        write_now(renew_codes, people.jane.id, login)
    asyncio.run(confirm_password(people.jane.id, login, PASSWORD))
    new = write_now(renew_codes, people.jane.id, login)
    assert not set(new) & set(old)
    with db.read() as session:
        assert second_step(session, people.jane.id).codes_left == 10


def test_a_password_given_again_lasts_a_quarter_of_an_hour(
    db: Database, people: People, clock: HeldClock
) -> None:
    login, other = session_of(db, people.jane.id), session_of(db, people.jane.id)
    assert said(confirm_password(people.jane.id, login, "wrong")) == "WrongCurrentPassword"
    assert said(confirm_password(people.jane.id, login, PASSWORD)) == "done"
    clock.move(seconds=LASTS.total_seconds() - 1)
    with db.read() as session:
        assert has_confirmed(session, login)
        assert not has_confirmed(session, other)
        assert not has_confirmed(session, 999)
    clock.move(seconds=1)
    with db.read() as session:
        assert not has_confirmed(session, login)


def test_wrong_passwords_given_again_lock_like_those_of_the_login(
    db: Database, people: People
) -> None:
    login = session_of(db, people.jane.id)
    outcomes = [said(confirm_password(people.jane.id, login, "wrong")) for _ in range(6)]
    assert outcomes == ["WrongCurrentPassword"] * 4 + ["LockedByWrongPasswords"] * 2


@pytest.mark.parametrize("role", [None, *StaffRole])
def test_administrators_alone_must_set_it_up(
    people: People, clean_environment: pytest.MonkeyPatch, role: StaffRole | None
) -> None:
    account = Account(**(people.olwen.account or Account()).model_dump())
    account.staff_role = role
    assert must_set_up_second_step(account) is (role is StaffRole.ADMINISTRATOR)
    clean_environment.setenv("CERTIFY_DEMO", "1")
    settings.cache_clear()
    assert not must_set_up_second_step(account)
