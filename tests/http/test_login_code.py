"""The second page of the login, as a browser without JavaScript meets it."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient

from certify_app.config import settings
from certify_app.db.engine import Database, read_now
from certify_app.domain.accounts.models import Account, StaffRole
from certify_app.domain.accounts.sessions import open_session, who_is
from certify_app.domain.permissions import Audience
from certify_app.domain.third_parties.sign_in_code import send_code
from certify_app.gate.routes import guarded
from tests.clock import HeldClock
from tests.http.forms import ORIGIN, Visitor, led_to
from tests.people import PASSWORD, People
from tests.second_steps import App, give_second_step
from tests.unit.domain.accounts.registering import mails


@pytest.fixture
def jane(db: Database, people: People, clock: HeldClock) -> tuple[App, list[str]]:
    with db.write() as session:
        return give_second_step(session, people.jane)


def half_way(**more: str) -> Visitor:
    visitor = Visitor()
    assert led_to(visitor.log_in("jane@example.org", PASSWORD, **more)) == ("/login/code", {})
    return visitor


def test_password_and_code_lead_where_one_wanted_to_go(jane: tuple[App, list[str]]) -> None:
    visitor = half_way(next="/orders")
    assert not visitor.cookie
    answer = visitor.post("/session/login/code", page="/login/code", code=jane[0].code())
    assert led_to(answer) == ("/orders", {})
    assert read_now(who_is, visitor.cookie)
    assert "certify-half" not in visitor.client.cookies


def test_the_cookie_between_is_http_only_and_ends_in_ten_minutes(
    jane: tuple[App, list[str]],
) -> None:
    answer = Visitor().log_in("jane@example.org", PASSWORD)
    (cookie,) = [h for h in answer.headers.get_list("set-cookie") if "certify-half=" in h]
    for part in ("HttpOnly", "SameSite=lax", "Max-Age=600", "Path=/"):
        assert part in cookie


def test_the_cookie_between_is_no_login(people: People, jane: tuple[App, list[str]]) -> None:
    visitor = half_way()
    visitor.client.cookies.set("certify", visitor.client.cookies["certify-half"])
    assert visitor.client.get("/api/profile/photo").status_code == 401


def test_a_recovery_code_lets_in_too(jane: tuple[App, list[str]]) -> None:
    visitor = half_way()
    page = "/login/recovery-code"
    answer = visitor.post("/session/login/code", page=page, recovery_code="wrong")
    assert led_to(answer) == (page, {"problem": "recovery_code_is_wrong"})
    answer = visitor.post("/session/login/code", page=page, recovery_code=jane[1][0])
    assert led_to(answer) == ("/dashboard", {})


def test_a_wrong_code_is_said_on_the_same_page_in_its_language(
    jane: tuple[App, list[str]],
) -> None:
    answer = half_way().post("/session/login/code", page="/cy/login/code", code=jane[0].wrong())
    assert led_to(answer) == ("/cy/login/code", {"problem": "code_is_wrong"})


def test_the_fifth_wrong_code_leads_back_to_the_login(jane: tuple[App, list[str]]) -> None:
    visitor = half_way()
    for _ in range(5):
        answer = visitor.post("/session/login/code", code=jane[0].wrong())
    assert led_to(answer) == ("/login", {"problem": "locked_by_wrong_codes"})
    assert led_to(visitor.post("/session/login/code", code=jane[0].code())) == (
        "/login",
        {"problem": "half_login_ended"},
    )
    again = Visitor().log_in("jane@example.org", PASSWORD)
    assert led_to(again) == ("/login", {"problem": "locked_by_wrong_codes"})


@pytest.mark.parametrize("fields", [{}, {"code": ""}, {"code": "\x00"}, {"code": "x" * 60_000}])
def test_bad_input_is_answered_with_a_sentence(
    jane: tuple[App, list[str]], fields: dict[str, str]
) -> None:
    path, query = led_to(half_way().post("/session/login/code", **fields))
    assert path == "/login/code"
    assert query["problem"] in {"code_missing", "code_is_wrong"}


def test_a_form_elsewhere_finishes_no_login(jane: tuple[App, list[str]]) -> None:
    visitor = half_way()
    evil = "http://evil.example"
    answer = visitor.post("/session/login/code", origin=evil, code=jane[0].code())
    assert answer.status_code == 403


def test_a_code_by_mail_is_one_step_of_two(db: Database, people: People, clock: HeldClock) -> None:
    with db.write() as session:
        app, _codes = give_second_step(session, people.tracy)
        send_code(session, "tracy@example.org", "en")
    with db.read() as session:
        digits = "".join(c for c in mails(session, "sign_in_code")[-1].subject if c.isdigit())
    visitor = Visitor()
    fields = {"entry": "login", "email": "tracy@example.org", "code": digits}
    answer = visitor.post("/session/code", page="/third-party/login", **fields)
    assert led_to(answer) == ("/login/code", {})
    answer = visitor.post("/session/login/code", code=app.code())
    assert led_to(answer) == ("/third-party", {})


@pytest.mark.parametrize("demo", [False, True])
def test_no_route_of_staff_is_open_to_an_administrator_without_it(
    db: Database, people: People, clean_environment: pytest.MonkeyPatch, demo: bool
) -> None:
    clean_environment.setenv("CERTIFY_DEMO", "1" if demo else "0")
    settings.cache_clear()
    with db.write() as session:
        session.get_one(Account, people.olwen.id).staff_role = StaffRole.ADMINISTRATOR
        token = open_session(session, people.olwen.id)
    route = guarded("/console/file", _a_file, Audience.STAFF)
    browser = TestClient(Starlette(routes=[route]), ORIGIN, follow_redirects=False)
    browser.cookies.set("certify", token)
    answer = browser.get("/console/file")
    assert (answer.text == "for staff") is demo
    assert demo or led_to(answer) == ("/console/security", {})


async def _a_file(request: Request) -> Response:
    return Response("for staff")
