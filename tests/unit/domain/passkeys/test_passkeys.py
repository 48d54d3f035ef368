"""Passkeys: made, used, removed; and everything an attacker might send instead."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts.device import Device as Browser
from certify_app.domain.accounts.errors import PasswordNotGivenAgain
from certify_app.domain.accounts.lock_account import lock_account
from certify_app.domain.accounts.models import LoginSession
from certify_app.domain.accounts.prove_password import has_confirmed
from certify_app.domain.accounts.sessions import Who, open_session, who_is
from certify_app.domain.clock import now
from certify_app.domain.errors import DomainError
from certify_app.domain.passkeys.challenges import delete_passkey_challenges
from certify_app.domain.passkeys.errors import MOST_PASSKEYS
from certify_app.domain.passkeys.log_in_with_passkey import log_in_with_passkey, offer_login
from certify_app.domain.passkeys.models import Passkey, PasskeyChallenge
from certify_app.domain.passkeys.register_passkey import (
    offer_registration,
    passkeys_of,
    register_passkey,
    remove_passkey,
)
from certify_app.domain.sign_ins.record_sign_in import recent_sign_ins
from tests.clock import HeldClock
from tests.passkeys import ORIGIN, Device
from tests.people import People, Person
from tests.second_steps import give_second_step
from tests.unit.domain.accounts.registering import mails

LAPTOP = Browser("192.0.2.7", "Firefox on Linux")


def who(db: Database, person: Person, fresh: bool = True) -> Who:
    with db.write() as session:
        token = open_session(session, person.id, confirmed_at=now() if fresh else None)
    found = read_now(who_is, token)
    assert found
    return found[0]


def add(me: Who, device: Device) -> str:
    question = write_now(offer_registration, me)
    return said(register_passkey(me, device.create(question), "Firefox", [ORIGIN]))


def enter(answer: str) -> str:
    return said(log_in_with_passkey(answer, LAPTOP, [ORIGIN]))


def said(act: object) -> str:
    try:
        asyncio.run(act)  # type: ignore[arg-type]
    except DomainError as problem:
        return type(problem).__name__
    return "done"


@pytest.fixture
def device(db: Database, people: People) -> Device:
    """Jane's."""
    made = Device()
    assert add(who(db, people.jane), made) == "done"
    return made


def test_a_passkey_logs_in_and_counts_as_two_steps(
    db: Database, people: People, device: Device
) -> None:
    with db.write() as session:
        give_second_step(session, people.jane)
    answer = device.get(write_now(offer_login))
    entered = asyncio.run(log_in_with_passkey(answer, LAPTOP, [ORIGIN]))
    found = read_now(who_is, entered.token)
    assert found
    assert found[0].account_id == people.jane.id
    assert read_now(has_confirmed, found[0].session_id)
    with db.read() as session:
        (passkey,) = passkeys_of(session, people.jane.id)
        assert (passkey.sign_count, passkey.name) == (1, "Firefox")
        assert passkey.last_used_at
        (one,) = recent_sign_ins(session, people.jane.id)
        assert (one.way.value, one.succeeded) == ("passkey", True)
        assert mails(session, "passkey_added")


def test_the_question_names_no_passkey_and_demands_verification(
    people: People, device: Device
) -> None:
    question = write_now(offer_login)
    assert '"allowCredentials": []' in question or "allowCredentials" not in question
    assert '"userVerification": "required"' in question


@pytest.mark.parametrize(
    "wrong",
    [
        {"verifies": False},
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:8001"},
        {"host": "evil.example"},
    ],
)
def test_unverified_users_and_other_places_are_refused(
    db: Database, people: People, device: Device, wrong: dict[str, object]
) -> None:
    for name, value in wrong.items():
        setattr(device, name, value)
    assert enter(device.get(write_now(offer_login))) == "PasskeyRefused"
    made = Device(**wrong)  # type: ignore[arg-type]
    assert add(who(db, people.jane), made) == "PasskeyRefused"
    with db.read() as session:
        assert len(passkeys_of(session, people.jane.id)) == 1


def test_an_answer_is_taken_once(people: People, device: Device) -> None:
    answer = device.get(write_now(offer_login))
    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(enter, [answer] * 8)) == ["PasskeyRefused"] * 7 + ["done"]


def test_a_question_is_open_for_five_minutes(
    db: Database, people: People, clock: HeldClock
) -> None:
    device = Device()
    assert add(who(db, people.jane), device) == "done"
    question = write_now(offer_login)
    clock.move(minutes=5)
    assert enter(device.get(question)) == "PasskeyRefused"
    clock.move(minutes=6)
    write_now(delete_passkey_challenges)
    with db.read() as session:
        assert not session.exec(select(PasskeyChallenge)).all()


def test_a_question_of_nobody_s_is_none(people: People, device: Device) -> None:
    made_up = '{"challenge": "' + "A" * 43 + '"}'
    assert enter(device.get(made_up)) == "PasskeyRefused"


def test_a_question_for_one_thing_serves_no_other(
    db: Database, people: People, device: Device
) -> None:
    jane, mallory = who(db, people.jane), who(db, people.mallory)
    assert enter(device.get(write_now(offer_registration, jane))) == "PasskeyRefused"
    answer = Device().create(write_now(offer_registration, jane))
    assert said(register_passkey(mallory, answer, "", [ORIGIN])) == "PasskeyRefused"


def test_another_s_credential_or_key_opens_nothing(
    db: Database, people: People, device: Device
) -> None:
    mallory = Device()
    assert add(who(db, people.mallory), mallory) == "done"
    mallory.credential_id = device.credential_id
    assert enter(mallory.get(write_now(offer_login))) == "PasskeyRefused"
    mallory.user = device.user
    assert enter(mallory.get(write_now(offer_login))) == "PasskeyRefused"


def test_a_passkey_told_of_another_account_is_refused(
    db: Database, people: People, device: Device
) -> None:
    question = write_now(offer_login)
    assert enter(device.get(question, userHandle=b"x" * 32)) == "PasskeyRefused"
    question = write_now(offer_login)
    assert enter(device.get(question, userHandle=b"")) == "PasskeyRefused"


def test_a_copy_whose_count_falls_behind_is_refused(people: People, device: Device) -> None:
    assert enter(device.get(write_now(offer_login))) == "done"
    device.count = 0
    assert enter(device.get(write_now(offer_login))) == "PasskeyRefused"


def test_a_device_that_does_not_count_is_used_again(
    db: Database, people: People, device: Device
) -> None:
    for _ in range(2):
        device.count = -1
        assert enter(device.get(write_now(offer_login))) == "done"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "x",
        "null",
        "[]",
        "{}",
        '{"id": "a", "rawId": "b", "type": "public-key", "response": {}}',
        "[" * 5000,
        '{"id": {"a": 1}, "rawId": 7, "response": [], "type": "x"}',
    ],
)
def test_nonsense_is_refused(db: Database, people: People, answer: str) -> None:
    assert enter(answer) == "PasskeyRefused"
    me = who(db, people.jane)
    assert said(register_passkey(me, answer, "", [ORIGIN])) == "PasskeyRefused"


def test_one_passkey_belongs_to_one_account(db: Database, people: People, device: Device) -> None:
    copied = Device(credential_id=device.credential_id)
    assert add(who(db, people.mallory), copied) == "PasskeyIsKnown"


def test_adding_and_removing_take_the_password(
    db: Database, people: People, device: Device
) -> None:
    me = who(db, people.jane, fresh=False)
    with pytest.raises(PasswordNotGivenAgain):
        write_now(offer_registration, me)
    with db.read() as session:
        (passkey,) = passkeys_of(session, people.jane.id)
    with pytest.raises(PasswordNotGivenAgain):
        write_now(remove_passkey, me, passkey.id or 0)


def test_only_one_s_own_is_removed_and_it_works_no_more(
    db: Database, people: People, device: Device
) -> None:
    with db.read() as session:
        (passkey,) = passkeys_of(session, people.jane.id)
    assert passkey.id
    assert not write_now(remove_passkey, who(db, people.mallory), passkey.id)
    assert write_now(remove_passkey, who(db, people.jane), passkey.id)
    assert enter(device.get(write_now(offer_login))) == "PasskeyRefused"
    with db.read() as session:
        assert mails(session, "passkey_removed")


def test_a_lock_by_staff_holds_for_passkeys(db: Database, people: People, device: Device) -> None:
    write_now(lock_account, "jane@example.org")
    assert enter(device.get(write_now(offer_login))) == "LockedByStaff"
    with db.read() as session:
        mine = select(LoginSession).where(LoginSession.account_id == people.jane.id)
        assert all(login.ended_at for login in session.exec(mine))


def test_there_are_so_many_and_no_more(db: Database, people: People) -> None:
    with db.write() as session:
        session.add_all(
            Passkey(account_id=people.jane.id, credential_id=str(n), public_key=b"x")
            for n in range(MOST_PASSKEYS)
        )
    with pytest.raises(DomainError) as full:
        write_now(offer_registration, who(db, people.jane))
    assert str(full.value) == "You have 20 passkeys. Remove one first."
