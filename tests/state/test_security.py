"""The States of the Security panels and of the second page of the login."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlmodel import select

from certify_app.db.engine import Database, write_now
from certify_app.domain.accounts.device import Device
from certify_app.domain.accounts.models import LoginSession
from certify_app.domain.accounts.sessions import open_session
from certify_app.domain.passkeys.models import Passkey
from certify_app.domain.passkeys.register_passkey import passkeys_of
from certify_app.domain.second_step.half_logins import open_half_login
from certify_app.domain.sign_ins.models import SignInWay
from certify_app.domain.sign_ins.record_sign_in import record_sign_in
from certify_app.state.portal.login_code import LoginCode
from certify_app.state.security.confirm_password import FIELD, ConfirmPassword
from certify_app.state.security.passkeys import PURPOSE, Passkeys
from certify_app.state.security.recent_sign_ins import RecentSignIns
from certify_app.state.security.two_step import TwoStep
from tests.clock import HeldClock
from tests.people import PASSWORD, People, Person
from tests.second_steps import App, give_second_step
from tests.state import acting, visits

PAGE = "/profile?tab=security"


def logged_in(db: Database, person: Person) -> None:
    """The session that tests/state/acting.py acts in, its password long ago."""
    with db.write() as session:
        open_session(session, person.id)
    with db.read() as session:
        assert session.exec(select(LoginSession.id)).all() == [1]


def name_of(event: Any) -> str:
    return str(event.handler.fn.__qualname__)


def test_two_step_login_from_off_to_on_and_off_again(
    db: Database, people: People, clock: HeldClock
) -> None:
    async def go() -> None:
        state = await acting.at(TwoStep, people.jane, PAGE)
        await state.load()
        assert (state.is_on, state.stage) == (False, "")
        await state.give_code({"code": "123456"})
        assert state.codes == []
        state.begin()
        await state.give_password({"two_step_password": "wrong"})
        assert state.errors == {"two_step_password": "The current password is not right"}
        await state.give_password({"two_step_password": PASSWORD})
        assert state.stage == "scan"
        assert state.qr.startswith("M")
        app = App(state.secret.replace(" ", ""))
        await state.give_code({"code": app.wrong()})
        assert "code" in state.errors
        await state.give_code({"code": app.code()})
        assert (state.stage, len(state.codes), state.secret) == ("codes", 10, "")
        codes = list(state.codes)
        await state.leave()
        assert (state.is_on, state.left, state.codes) == (True, 10, [])
        state.begin_off()
        form = {"two_step_password": PASSWORD, "code": codes[0], "recovery": True}
        await state.turn_off({**form, "code": "nonsense"})
        assert state.is_on
        await state.turn_off(form)
        assert (state.is_on, state.said) == (False, "Two-step login is off.")

    asyncio.run(go())


def test_new_codes_ask_for_the_password_first(db: Database, people: People) -> None:
    with db.write() as session:
        give_second_step(session, people.jane)
    logged_in(db, people.jane)

    async def go() -> None:
        state = await acting.at(TwoStep, people.jane, PAGE)
        assert name_of(await state.renew()) == "ConfirmPassword.ask"
        assert state.codes == []
        ask = await acting.at(ConfirmPassword, people.jane, PAGE)
        ask.ask("codes")
        await ask.confirm({f"{FIELD}codes": "wrong"})
        assert (ask.asked, list(ask.errors)) == ("codes", [f"{FIELD}codes"])
        await ask.confirm({f"{FIELD}codes": PASSWORD})
        assert ask.asked == ""
        assert await state.renew() is None
        assert len(state.codes) == 10

    asyncio.run(go())


@pytest.mark.parametrize("form", [{}, {f"{FIELD}codes": None}, {f"{FIELD}codes": [1]}])
def test_a_password_that_is_none_confirms_nothing(
    db: Database, people: People, form: dict[str, Any]
) -> None:
    logged_in(db, people.jane)

    async def go() -> None:
        ask = await acting.at(ConfirmPassword, people.jane, PAGE)
        ask.ask("codes")
        await ask.confirm(form)
        assert ask.errors == {f"{FIELD}codes": "Enter your current password"}
        ask.close()
        assert (ask.asked, ask.errors) == ("", {})

    asyncio.run(go())


def test_passkeys_are_listed_and_only_one_s_own_removed(db: Database, people: People) -> None:
    with db.write() as session:
        for person in (people.jane, people.mallory):
            key = Passkey(account_id=person.id, credential_id=str(person.id), public_key=b"x")
            session.add(key)
    logged_in(db, people.jane)
    with db.read() as session:
        (hers,) = passkeys_of(session, people.jane.id)
        (mallorys,) = passkeys_of(session, people.mallory.id)

    async def go() -> None:
        state = await acting.at(Passkeys, people.jane, f"{PAGE}&problem=passkey_refused")
        await state.load()
        assert [row.id for row in state.rows] == [hers.id]
        assert state.problem.startswith("The passkey could not be checked")
        asked = await state.add()
        assert name_of(asked) == "ConfirmPassword.ask"
        assert not state.adding
        ask = await acting.at(ConfirmPassword, people.jane, PAGE)
        ask.ask(PURPOSE)
        await ask.confirm({f"{FIELD}{PURPOSE}": PASSWORD})
        await state.go_on()
        assert state.adding
        await state.remove(mallorys.id or 0)
        assert state.said == ""
        await state.remove(hers.id or 0)
        assert (state.rows, state.said) == ([], "The passkey is removed.")

    asyncio.run(go())
    with db.read() as session:
        assert passkeys_of(session, people.mallory.id)


def test_one_sees_one_s_own_sign_ins(db: Database, people: People) -> None:
    with db.write() as session:
        for n in range(25):
            device = Device("192.0.2.7", f"Firefox {n}")
            record_sign_in(session, people.jane.id, SignInWay.PASSWORD, device, n != 24)
        record_sign_in(session, people.dave.id, SignInWay.PASSKEY, Device())

    async def go() -> None:
        state = await acting.at(RecentSignIns, people.jane, PAGE)
        await state.load()
        assert len(state.rows) == 20
        assert (state.rows[0].browser, state.rows[0].way) == ("Firefox 24", "Wrong password")
        assert (state.rows[1].browser, state.rows[1].way) == ("Firefox 23", "Password")
        state = await acting.at(RecentSignIns, people.mallory, PAGE)
        await state.load()
        assert state.rows == []

    asyncio.run(go())


@pytest.mark.parametrize(
    ("page", "field"), [("/login/code", "code"), ("/login/recovery-code", "recovery_code")]
)
def test_the_second_page_says_what_was_wrong(people: People, page: str, field: str) -> None:
    token = write_now(open_half_login, people.jane.id)
    address = f"{page}?problem=code_missing"
    state = visits.at(LoginCode, address, f"certify-half={token}")
    assert asyncio.run(state.arrive()) is None
    assert state.errors == {field: "Enter the code"}


@pytest.mark.parametrize("cookie", ["", "certify-half=made-up", ";;;"])
def test_the_second_page_is_nobody_s_without_the_first(people: People, cookie: str) -> None:
    state = visits.at(LoginCode, "/cy/login/code", cookie)
    assert asyncio.run(state.arrive()) is not None
    assert state.errors == {}
