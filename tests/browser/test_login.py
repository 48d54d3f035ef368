"""Logging into the Learner portal, and being locked out (guide 2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.mail import link_in, newest_mail
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal, served
from tests.people import PASSWORD
from tests.waiting import wait_until

LOCKED = (
    "Your account is locked because the password was wrong too many times. "
    "Use Forgot my password to set a new one."
)
BY_STAFF = "Your account has been locked by Teifi Awards. Contact registry@localhost."
NEW_PASSWORD = "seven herons by the weir"


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Portal]:
    with served(tmp_path, CERTIFY_DEMO="1") as portal:
        yield portal


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.get_by_label("email address", exact=True).fill(email)
    page.get_by_label("password", exact=True).fill(password)
    with page.expect_event("load"):  # not a mere change of the address by the page itself
        page.get_by_role("button", name="Log in", exact=True).click()


def expect_problem(page: Page, sentence: str) -> None:
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_contain_text(sentence)
    expect(summary).to_be_focused()
    expect(page).to_have_title("Error: Login or Register")


@both_sizes
def test_a_learner_logs_in(page: Page) -> None:
    page.goto("/login")
    expect(page.get_by_role("heading", name="Login or Register")).to_be_visible()
    log_in(page, "jane@example.org")
    page.wait_for_url("**/dashboard")
    (cookie,) = [c for c in page.context.cookies() if c.get("name") == "certify"]
    assert cookie.get("httpOnly")
    assert "certify=" not in page.evaluate("document.cookie")


@both_sizes
def test_a_wrong_password_keeps_the_email_and_says_one_sentence(page: Page) -> None:
    page.goto("/login")
    for email in ("jane@example.org", "nobody@example.org"):
        log_in(page, email, "wrong")
        expect_problem(page, "The email or password is not right")
        expect(page.get_by_label("email address", exact=True)).to_have_value(email)
        assert email not in page.url


def test_the_password_can_be_shown_and_hidden(page: Page) -> None:
    page.goto("/login")
    expect(page.get_by_role("button", name="Use a passkey")).to_be_visible()
    box = page.get_by_label("password", exact=True)
    box.fill(PASSWORD)
    page.get_by_role("button", name="Show password").click()
    expect(box).to_have_attribute("type", "text")
    page.get_by_role("button", name="Hide password").click()
    expect(box).to_have_attribute("type", "password")


@both_sizes
def test_five_wrong_passwords_lock_and_forgot_my_password_unlocks(
    page: Page, portal: Portal
) -> None:
    page.goto("/login")
    for _ in range(5):
        log_in(page, "jane@example.org", "wrong")
    expect_problem(page, LOCKED)
    log_in(page, "jane@example.org")
    expect_problem(page, LOCKED)
    newest_mail(portal, "jane@example.org", "account is locked")

    page.get_by_role("link", name="Forgot my password").click()
    expect(page.get_by_role("heading", name="Reset Password")).to_be_visible()
    page.get_by_label("Email", exact=True).fill("jane@example.org")
    page.get_by_role("button", name="Reset Password").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_focused()
    page.goto(link_in(newest_mail(portal, "jane@example.org", "Reset your password")))
    page.get_by_label("Password", exact=True).fill(NEW_PASSWORD)
    page.get_by_label("Confirm password", exact=True).fill(NEW_PASSWORD)
    page.get_by_role("button", name="Reset Password").click()
    expect(page.get_by_text("Your password is changed")).to_be_visible()
    log_in(page, "jane@example.org", NEW_PASSWORD)
    page.wait_for_url("**/dashboard")


def test_an_unknown_address_is_locked_just_the_same(page: Page) -> None:
    page.goto("/login")
    for _ in range(5):
        log_in(page, "nobody@example.org", "wrong")
    expect_problem(page, LOCKED)


@both_sizes
def test_a_lock_by_staff_has_its_own_words_and_ends_the_session(
    page: Page, open_page: OpenPage, portal: Portal
) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/dashboard")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hi, Jane")
    portal.certify("lock", "jane@example.org", "--reason", "asked by phone")
    page.goto("/dashboard")
    page.wait_for_url("**/login?**")
    log_in(page, "jane@example.org")
    expect_problem(
        page, "Your account has been locked by Teifi Awards. Contact registry@localhost."
    )
    portal.certify("unlock", "jane@example.org")
    log_in(page, "jane@example.org")
    page.wait_for_url("**/dashboard")


def test_logging_out_ends_the_session(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/dashboard")
    page.get_by_role("button", name="Hi, Jane").click()
    page.get_by_role("button", name="Logout").click()
    expect(page.get_by_text("You are logged out")).to_be_visible()
    assert not [c for c in page.context.cookies() if c.get("name") == "certify"]
    page.goto("/dashboard")
    page.wait_for_url("**/login?problem=ended")
    expect(page.get_by_text("Log in again")).to_be_visible()


def test_logging_in_works_without_javascript(plain_page: Page) -> None:
    plain_page.goto("/login")
    log_in(plain_page, "jane@example.org")
    plain_page.wait_for_url("**/dashboard")


def test_a_problem_in_the_address_is_said_once_and_not_kept(page: Page) -> None:
    page.goto("/login")
    log_in(page, "jane@example.org", "wrong")
    expect_problem(page, "The email or password is not right")
    page.goto("/login")
    expect(page.get_by_role("heading", name="Login or Register")).to_be_visible()
    expect(page).to_have_title("Login or Register")
    expect(page.get_by_text("There is a problem")).to_have_count(0)


def test_who_types_before_the_page_has_come_to_life_is_not_interrupted(page: Page) -> None:
    waiting: list[Route] = []
    come: list[bool] = []
    page.route("**/assets/*.js", lambda route: route.continue_() if come else waiting.append(route))
    page.goto("/login?problem=wrong_credentials", wait_until="commit")
    box = page.get_by_label("email address", exact=True)
    box.press_sequentially("jane@")
    come.append(True)
    for script in waiting:
        script.continue_()
    expect(page.get_by_role("alert").filter(has_text="There is a problem")).to_be_visible()
    expect(box).to_be_focused()
    page.keyboard.type("example.org")
    expect(box).to_have_value("jane@example.org")


@pytest.mark.parametrize("name", ["Jane Doe", "Tracy Trent", "Olwen Rees"])
def test_without_a_demo_nobody_is_offered(page: Page, name: str) -> None:
    page.goto("/login")
    wait_until(lambda: page.title() == "Login or Register", "the page to be there")
    expect(page.get_by_text(name)).to_have_count(0)


def test_in_a_demo_each_role_is_one_click_away(demo: Portal, open_page: OpenPage) -> None:
    page = open_page(base_url=demo.address)
    page.goto("/login")
    page.get_by_role("button", name="Jane Doe Learner").click()
    page.wait_for_url("**/dashboard")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hi, Jane")
