"""The login's routes, as a browser without JavaScript meets them."""

from __future__ import annotations

import pytest
from sqlmodel import Session

from certify_app.config import settings
from certify_app.db.engine import Database, database, read_now, write_now
from certify_app.domain.accounts import limits, passwords
from certify_app.domain.accounts.limits import Limit
from certify_app.domain.accounts.lock_account import lock_account
from certify_app.domain.accounts.models import Account, LoginSession
from certify_app.domain.accounts.problem_codes import problems_of
from certify_app.domain.accounts.sessions import who_is
from certify_app.gate.typed_email import typed_email
from tests.http.forms import Visitor, led_to
from tests.people import PASSWORD, People


@pytest.fixture(autouse=True)
def fast_nobody(monkeypatch: pytest.MonkeyPatch, people: People) -> None:
    hashed = people.jane.account and people.jane.account.password_hash
    monkeypatch.setattr(passwords, "_nobodys", lambda: hashed)


def kept_email(visitor: Visitor) -> str:
    pairs = (f"{c.name}={c.value}" for c in visitor.client.cookies.jar)
    return typed_email("; ".join(pairs))


@pytest.mark.parametrize(
    ("email", "home"),
    [
        ("jane@example.org", "/dashboard"),
        ("tracy@example.org", "/third-party"),
        ("olwen@example.org", "/console"),
    ],
)
def test_everybody_comes_home(people: People, email: str, home: str) -> None:
    visitor = Visitor()
    answer = visitor.log_in(email, PASSWORD)
    assert led_to(answer) == (home, {})
    cookie = next(h for h in answer.headers.get_list("set-cookie") if h.startswith("certify="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    found = read_now(who_is, visitor.cookie)
    assert found
    with database().read() as session:
        login = session.get_one(LoginSession, found[0].session_id)
    assert login.browser == "Firefox on Linux"


def test_a_welsh_page_leads_to_welsh_pages(people: People) -> None:
    fields = {"email": "jane@example.org", "password": PASSWORD}
    answer = Visitor().post("/session/login", page="/cy/login", **fields)
    assert led_to(answer) == ("/cy/dashboard", {})


def test_a_new_login_ends_the_former_one_of_this_browser(people: People) -> None:
    visitor = Visitor()
    visitor.log_in("jane@example.org", PASSWORD)
    first = visitor.cookie
    visitor.log_in("dave@example.org", PASSWORD)
    assert visitor.cookie != first
    assert read_now(who_is, first) is None
    assert read_now(who_is, visitor.cookie)


def test_what_was_wrong_is_said_without_the_email_in_the_address(people: People) -> None:
    visitor = Visitor()
    answer = visitor.log_in("jane@example.org", "wrong")
    assert led_to(answer) == ("/login", {"problem": "wrong_credentials"})
    assert "jane" not in answer.headers["location"]
    assert not visitor.cookie
    assert kept_email(visitor) == "jane@example.org"


@pytest.mark.parametrize(
    ("email", "password", "code"),
    [
        ("", "x", "email_missing"),
        ("jane@example.org", "", "password_missing"),
        ("a\nb", "x", "wrong_credentials"),
        ("\x00" * 9, "\x00", "wrong_credentials"),
        ("jane@example.org", "x" * 5000, "wrong_credentials"),
        ("j" * 60_000, "x", "wrong_credentials"),
        ("j" * 70_000, "x", "email_missing"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(
    people: People, email: str, password: str, code: str
) -> None:
    assert led_to(Visitor().log_in(email, password)) == ("/login", {"problem": code})


def test_the_lock_and_its_words(people: People) -> None:
    visitor = Visitor()
    for _ in range(5):
        answer = visitor.log_in("jane@example.org", "wrong")
    path, query = led_to(answer)
    (problem,) = read_now(problems_of, query["problem"])
    assert path == "/login"
    assert str(problem).startswith("Your account is locked because the password was wrong")


def test_a_lock_by_staff_names_the_awarding_body(people: People) -> None:
    write_now(lock_account, "jane@example.org")
    _path, query = led_to(Visitor().log_in("jane@example.org", PASSWORD))
    (problem,) = read_now(problems_of, query["problem"])
    assert str(problem) == (
        "Your account has been locked by Teifi Awards. Contact registry@localhost."
    )


def test_a_flood_from_one_network_is_told_when_to_come_back(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Limit("login", 2, limits.LOGIN.window)
    monkeypatch.setattr("certify_app.http.login.LOGIN", slow)
    said = [led_to(Visitor().log_in(f"n{i}@example.org", "x"))[1] for i in range(3)]
    assert said[2] == {"problem": "too_many_tries-10"}
    (problem,) = read_now(problems_of, "too_many_tries-10")
    assert str(problem) == "Too many tries. Wait 10 minutes, then try again."


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/a\nSet-Cookie: x=y",
        "evil",
        "/" + "x" * 600,
    ],
)
def test_nobody_is_led_elsewhere(people: People, elsewhere: str) -> None:
    answer = Visitor().log_in("jane@example.org", PASSWORD, next=elsewhere)
    assert led_to(answer) == ("/dashboard", {})


def test_where_one_wanted_to_go_is_kept_over_a_mistake(people: People) -> None:
    visitor = Visitor()
    wanted = "/documents/10643835-01-3DCE7K?page=2"
    wrong = visitor.log_in("jane@example.org", "wrong", next=wanted)
    assert led_to(wrong)[1]["next"] == wanted
    right = visitor.log_in("jane@example.org", PASSWORD, next=wanted)
    assert right.headers["location"] == wanted


def test_the_preferred_language_decides_unless_the_page_was_in_another(people: People) -> None:
    def prefer(session: Session) -> None:
        session.get_one(Account, people.jane.id).language = "cy"

    write_now(prefer)
    fields = {"email": "jane@example.org", "password": PASSWORD}
    assert led_to(Visitor().post("/session/login", **fields))[0] == "/cy/dashboard"
    fields["email"] = "dave@example.org"
    assert led_to(Visitor().post("/session/login", page="/cy/login", **fields))[0] == (
        "/cy/dashboard"
    )
    assert led_to(Visitor().post("/session/login", **fields))[0] == "/dashboard"


def test_a_form_elsewhere_logs_nobody_in_or_out(people: People) -> None:
    visitor = Visitor()
    visitor.log_in("jane@example.org", PASSWORD)
    kept = visitor.cookie
    evil = "http://evil.example"
    fields = {"email": "mallory@example.org", "password": PASSWORD}
    assert visitor.post("/session/login", origin=evil, **fields).status_code == 403
    assert visitor.post("/logout", origin=evil).status_code == 403
    assert read_now(who_is, kept)


def test_logging_out_ends_the_session_and_clears_the_cookie(people: People) -> None:
    visitor = Visitor()
    visitor.log_in("jane@example.org", PASSWORD)
    token = visitor.cookie
    assert led_to(visitor.post("/logout", page="/cy/orders")) == (
        "/cy/login",
        {"done": "logged_out"},
    )
    assert not visitor.cookie
    assert read_now(who_is, token) is None
    assert led_to(visitor.post("/logout"))[0] == "/login"


def test_a_demo_is_entered_at_one_click(
    people: People, clean_environment: pytest.MonkeyPatch
) -> None:
    clean_environment.setenv("CERTIFY_DEMO", "1")
    settings.cache_clear()
    visitor = Visitor()
    assert led_to(visitor.post("/session/demo", part="officer"))[0] == "/console"
    found = read_now(who_is, visitor.cookie)
    assert found
    assert found[0].account_id == people.olwen.id
    assert led_to(Visitor().post("/session/demo", part="emperor"))[0] == "/login"


def test_without_a_demo_there_is_no_such_way_in(db: Database, people: People) -> None:
    visitor = Visitor()
    assert visitor.post("/session/demo", part="officer").status_code == 404
    assert not visitor.cookie
