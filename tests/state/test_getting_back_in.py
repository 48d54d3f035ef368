"""The States of the login and of the mailed links."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from starlette.responses import Response

from certify_app.config import settings
from certify_app.db.engine import Database
from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.gate.typed_email import keep_typed_email
from certify_app.state.portal.forgot_password import ForgotPassword
from certify_app.state.portal.login import Login
from certify_app.state.portal.reset_password import ResetPassword
from certify_app.state.portal.verify_email import VerifyEmail
from tests.people import People
from tests.state.visits import at
from tests.unit.domain.accounts.registering import last_token, mails, nia_registers


def cookie_with(email: str) -> str:
    answer = Response()
    keep_typed_email(answer, email)
    return answer.headers["set-cookie"].split(";")[0]


def arrive(state: Any) -> Any:
    asyncio.run(state.arrive())
    return state


def test_the_login_says_what_was_wrong_and_keeps_the_email(people: People) -> None:
    state = at(Login, "/login?problem=wrong_credentials", cookie_with("jane@example.org"))
    arrive(state)
    assert state.errors == {"password": "The email or password is not right"}
    assert state.email == "jane@example.org"


@pytest.mark.parametrize(
    "address",
    [
        "/login",
        "/login?problem=<script>",
        "/login?problem=" + "locked," * 500,
        "/login?done=nonsense&next=//evil.example",
        "/login?problem=too_many_tries-99999999999",
    ],
)
def test_an_address_made_up_says_nothing(people: People, address: str) -> None:
    state = arrive(at(Login, address))
    assert state.errors == {}
    assert state.done == ""


@pytest.mark.parametrize("cookie", ["certify-typed=%%%", "certify-typed=AAEC", "x", ";;;="])
def test_a_broken_cookie_fills_nothing_in(people: People, cookie: str) -> None:
    assert arrive(at(Login, "/login", cookie)).email == ""


def test_only_a_demo_offers_its_people(
    people: People, clean_environment: pytest.MonkeyPatch
) -> None:
    assert arrive(at(Login, "/login")).demo == []
    clean_environment.setenv("CERTIFY_DEMO", "1")
    settings.cache_clear()
    offered = arrive(at(Login, "/login")).demo
    assert [p["name"] for p in offered] == ["Jane Doe", "Tracy Trent", "Olwen Rees"]


def ask(form: Any) -> ForgotPassword:
    state = at(ForgotPassword, "/forgot-password")
    asyncio.run(state.ask(form))  # type: ignore[operator]
    return state


@pytest.mark.parametrize("form", [None, {}, {"email": 5}, {"email": "a\nb"}, {"email": "\x00"}])
def test_what_is_no_email_gets_a_sentence(people: People, form: Any) -> None:
    state = ask(form)
    assert set(state.errors) == {"email"}
    assert not state.sent_to


def test_a_mailbox_is_not_flooded(db: Database, people: People) -> None:
    for _time in range(6):
        state = ask({"email": "jane@example.org"})
    assert "Too many tries" in state.errors[""]
    with db.read() as session:
        assert len(mails(session, "reset_password")) == 5


def test_where_nobody_is_told_known_and_unknown_look_and_last_alike(
    db: Database, people: People
) -> None:
    with db.write() as session:
        session.get_one(AwardingBody, 1).reveal_unregistered = False
    took: list[float] = []
    for email in ("jane@example.org", "nobody@example.org"):
        start = time.perf_counter()
        state = ask({"email": email})
        took.append(time.perf_counter() - start)
        assert (state.sent_to, state.certain, state.errors) == (email, False, {})
    assert min(took) >= 0.6


def test_an_old_link_is_renewed_to_where_it_went(db: Database, people: People) -> None:
    token = nia_registers(db, people.nia)
    state = at(VerifyEmail, f"/verify-email?token={token}")
    asyncio.run(state.renew())  # type: ignore[operator]
    assert (state.renewed, state.standing) == (True, "replaced")
    with db.read() as session:
        newest = last_token(session)
    assert arrive(at(VerifyEmail, f"/verify-email?token={newest}")).standing == "ready"


@pytest.mark.parametrize("token", ["", "forged", "%00", "x" * 9000, "%F0%9F%98%80"])
def test_a_forged_link_is_told_from_a_real_one(people: People, token: str) -> None:
    assert arrive(at(VerifyEmail, f"/verify-email?token={token}")).standing == "unknown"
    assert arrive(at(ResetPassword, f"/reset-password?token={token}")).closed
    state = at(VerifyEmail, f"/verify-email?token={token}")
    asyncio.run(state.renew())  # type: ignore[operator]
    assert not state.renewed
