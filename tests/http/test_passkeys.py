"""The routes of passkeys, from our own pages and from elsewhere."""

from __future__ import annotations

import pytest

from certify_app.db.engine import Database, read_now
from certify_app.domain.accounts.sessions import who_is
from certify_app.domain.passkeys.register_passkey import passkeys_of
from tests.http.forms import ORIGIN, Visitor, led_to
from tests.passkeys import Device
from tests.people import PASSWORD, People

LOGIN, REGISTER = "/session/passkey", "/api/passkeys"


def question(visitor: Visitor, address: str) -> str:
    answer = visitor.post(f"{address}/question")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return answer.text


def owner(email: str) -> tuple[Visitor, Device]:
    visitor, device = Visitor(), Device()
    visitor.log_in(email, PASSWORD)
    made = device.create(question(visitor, REGISTER))
    answer = visitor.post(REGISTER, answer=made)
    assert "problem" not in led_to(answer)[1]
    return visitor, device


@pytest.mark.parametrize(
    ("email", "page", "home"),
    [
        ("jane@example.org", "/profile", "/dashboard"),
        ("tracy@example.org", "/third-party/security", "/third-party"),
        ("olwen@example.org", "/console/security", "/console"),
    ],
)
def test_everybody_adds_one_and_comes_home_with_it(
    db: Database, people: People, email: str, page: str, home: str
) -> None:
    visitor, device = owner(email)
    refused = visitor.post(REGISTER, answer="x")
    assert led_to(refused)[0] == page
    assert led_to(refused)[1]["problem"] == "passkey_refused"
    other = Visitor()
    answer = other.post(LOGIN, answer=device.get(question(other, LOGIN)))
    assert led_to(answer) == (home, {})
    assert read_now(who_is, other.cookie)


def test_where_one_wanted_to_go_is_ours_or_nowhere(people: People) -> None:
    _visitor, device = owner("jane@example.org")
    for wanted, there in (("/orders", "/orders"), ("//evil.example", "/dashboard")):
        other = Visitor()
        made = device.get(question(other, LOGIN))
        assert led_to(other.post(LOGIN, answer=made, next=wanted))[0] == there


@pytest.mark.parametrize("answer", ["", "x", "{}", "x" * 60_000])
def test_what_is_no_answer_is_told(people: People, answer: str) -> None:
    visitor = Visitor()
    assert led_to(visitor.post(LOGIN, answer=answer)) == ("/login", {"problem": "passkey_refused"})
    assert not visitor.cookie


def test_a_used_answer_opens_nothing(people: People) -> None:
    _visitor, device = owner("jane@example.org")
    first, second = Visitor(), Visitor()
    made = device.get(question(first, LOGIN))
    first.post(LOGIN, answer=made)
    assert led_to(second.post(LOGIN, answer=made))[1] == {"problem": "passkey_refused"}
    assert not second.cookie


def test_nobody_adds_one_without_a_login_or_from_elsewhere(db: Database, people: People) -> None:
    assert Visitor().post(f"{REGISTER}/question").status_code == 401
    visitor = Visitor()
    visitor.log_in("jane@example.org", PASSWORD)
    evil = "https://evil.example"
    for address in (REGISTER, f"{REGISTER}/question", LOGIN, f"{LOGIN}/question"):
        assert visitor.post(address, origin=evil).status_code == 403
    with db.read() as session:
        assert not passkeys_of(session, people.jane.id)


def test_a_device_on_another_site_opens_nothing(people: People) -> None:
    _visitor, device = owner("jane@example.org")
    device.origin = ORIGIN.replace("localhost", "localhost.evil.example")
    other = Visitor()
    answer = other.post(LOGIN, answer=device.get(question(other, LOGIN)))
    assert led_to(answer)[1] == {"problem": "passkey_refused"}
