"""Links of mails: opened by anybody's scanner, used by a button."""

from __future__ import annotations

import pytest

from certify_app.db.engine import Database, read_now, write_now
from certify_app.domain.accounts import passwords
from certify_app.domain.accounts.look_at_verification import look_at_verification
from certify_app.domain.accounts.queries import account_with_email
from certify_app.domain.accounts.request_password_reset import request_password_reset
from certify_app.domain.profiles.own_emails import ask_to_add
from certify_app.locales import speaking
from tests.http.forms import Visitor, led_to
from tests.http.test_login import kept_email
from tests.people import PASSWORD, People
from tests.unit.domain.accounts.registering import (
    NEW_PASSWORD,
    last_token,
    nia_registers,
)
from tests.unit.domain.profiles.mailed import token_mailed_to


@pytest.fixture(autouse=True)
def cheap_bcrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "ROUNDS", 4)


def jane_forgets(db: Database) -> str:
    write_now(request_password_reset, "jane@example.org")
    with db.read() as session:
        return last_token(session, "reset_password")


def test_opening_a_link_uses_nothing_up(db: Database, people: People) -> None:
    token = nia_registers(db, people.nia)
    for method in ("get", "head"):
        getattr(Visitor().client, method)(f"/verify-email?token={token}")
    assert read_now(look_at_verification, token) == "ready"


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_button_completes_the_registration(db: Database, people: People, prefix: str) -> None:
    token, visitor = nia_registers(db, people.nia), Visitor()
    answer = visitor.post(f"{prefix}/verify-email?token={token}")
    assert led_to(answer) == (f"{prefix}/login", {"done": "registered"})
    assert kept_email(visitor) == "nia@example.org"
    assert led_to(visitor.log_in("nia@example.org", NEW_PASSWORD))[0] == "/dashboard"


def test_a_second_click_comes_back_to_the_page_that_says_why(db: Database, people: People) -> None:
    token = nia_registers(db, people.nia)
    Visitor().post(f"/verify-email?token={token}")
    answer = Visitor().post(f"/verify-email?token={token}")
    assert led_to(answer) == ("/verify-email", {"token": token})
    assert read_now(look_at_verification, token) == "complete"


def test_a_form_elsewhere_uses_no_link(db: Database, people: People) -> None:
    token = nia_registers(db, people.nia)
    answer = Visitor().post(f"/verify-email?token={token}", origin="http://evil.example")
    assert answer.status_code == 403
    assert read_now(look_at_verification, token) == "ready"


def test_a_forged_link_changes_nothing(people: People) -> None:
    for page in ("/verify-email", "/reset-password"):
        answer = Visitor().post(f"{page}?token=forged%00")
        assert led_to(answer)[0] == page


def test_a_new_password_leads_to_the_login(db: Database, people: People) -> None:
    token, visitor = jane_forgets(db), Visitor()
    fields = {"password": NEW_PASSWORD, "confirm_password": NEW_PASSWORD}
    answer = visitor.post(f"/reset-password?token={token}", **fields)
    assert led_to(answer) == ("/login", {"done": "reset"})
    assert led_to(visitor.log_in("jane@example.org", NEW_PASSWORD))[0] == "/dashboard"


def test_a_bad_password_comes_back_with_every_problem(db: Database, people: People) -> None:
    token = jane_forgets(db)
    fields = {"password": "short", "confirm_password": "shirt"}
    _path, query = led_to(Visitor().post(f"/reset-password?token={token}", **fields))
    assert query == {"token": token, "problem": "password_too_short,passwords_differ"}
    with db.read() as session:
        jane = account_with_email(session, "jane@example.org")
        assert jane
        assert passwords.password_matches(PASSWORD, jane.password_hash)


def test_a_link_asked_for_in_welsh_leads_to_welsh_pages(db: Database, people: People) -> None:
    with speaking("cy"):
        token = jane_forgets(db)
    fields = {"password": NEW_PASSWORD, "confirm_password": NEW_PASSWORD}
    answer = Visitor().post(f"/cy/reset-password?token={token}", **fields)
    assert led_to(answer)[0] == "/cy/login"


def test_the_link_of_another_email_adds_it_also_where_nobody_is_logged_in(people: People) -> None:
    write_now(ask_to_add, people.jane.id, "jane@work.example.com")
    visitor = Visitor()
    answer = visitor.post(f"/confirm-email?token={token_mailed_to('jane@work.example.com')}")
    assert led_to(answer) == ("/login", {"done": "email_added"})
    assert led_to(visitor.log_in("jane@work.example.com", PASSWORD))[0] == "/dashboard"


def test_an_email_that_was_taken_meanwhile_is_said_on_the_page(people: People) -> None:
    tokens = []
    for who in (people.jane, people.dave):
        write_now(ask_to_add, who.id, "both@example.com")
        tokens.append(token_mailed_to("both@example.com"))
    for token in tokens:
        answer = Visitor().post(f"/confirm-email?token={token}")
    assert led_to(answer) == ("/confirm-email", {"token": token, "problem": "email_is_taken"})
