"""Two-step login, from setting it up to losing the phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session, select

from certify_app.config import settings
from certify_app.domain.accounts.models import Account, LoginSession, StaffRole
from certify_app.domain.clock import now
from certify_app.domain.second_step.models import Authenticator
from tests.browser.mail import newest_mail
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.people import PASSWORD, Person
from tests.second_steps import give_second_step

Shoot = Callable[[Page, str], Path]


def forget_steps(portal: Portal, person: Person) -> None:
    """The code of this half minute may be used again."""
    with portal.db.write() as session:
        session.get_one(Authenticator, person.id).last_step = 0


def set_up(page: Page) -> tuple[pyotp.TOTP, list[str]]:
    """On a page with the Security panels, up to the recovery codes."""
    page.get_by_role("button", name="Set up two-step login").click()
    panel = page.get_by_role("region", name="Two-step login")
    panel.get_by_label("Current password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Connect your authenticator app")).to_be_focused()
    key = page.get_by_text(re.compile(r"^[A-Z2-7]{4}( [A-Z2-7]{4})+$")).inner_text()
    app = pyotp.TOTP(key.replace(" ", ""))
    page.get_by_label("Code", exact=True).fill(app.now())
    page.get_by_role("button", name="Turn on two-step login").click()
    expect(page.get_by_role("heading", name="Keep your recovery codes")).to_be_visible()
    return app, page.get_by_role("list", name="Recovery codes").get_by_role(
        "listitem"
    ).all_inner_texts()


def log_in(page: Page, email: str) -> None:
    page.goto("/login")
    page.get_by_label("email address", exact=True).fill(email)
    page.get_by_label("password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()


@both_sizes
def test_set_up_log_in_with_it_lose_the_phone_and_turn_it_off(
    page: Page, portal: Portal, shoot: Shoot
) -> None:
    jane = portal.people.jane
    be(page, portal, jane)
    page.goto("/profile?tab=security")
    page.get_by_role("button", name="Set up two-step login").click()
    page.get_by_label("Current password", exact=True).fill("wrong")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("The current password is not right").first).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    app, codes = set_up(page)
    assert len(codes) == 10
    shoot(page, "recovery-codes")
    with page.expect_download() as kept:
        page.get_by_role("button", name="Download").click()
    assert all(code in kept.value.path().read_text() for code in codes)
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_text("Recovery codes that still work: 10.")).to_be_visible()
    expect(page.get_by_text(codes[0])).to_have_count(0)
    newest_mail(portal, jane.email, "Two-step login is on")

    page.context.clear_cookies()
    forget_steps(portal, jane)
    log_in(page, jane.email)
    expect(page.get_by_role("heading", name="Enter your code")).to_be_visible()
    shoot(page, "login-code")
    page.get_by_label("Code", exact=True).fill("12")
    page.get_by_role("button", name="Log in").click()
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_contain_text("The code is not right")
    expect(summary).to_be_focused()
    page.get_by_label("Code", exact=True).fill(app.now())
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/dashboard")

    page.context.clear_cookies()
    log_in(page, jane.email)
    page.get_by_role("link", name="Use a recovery code").click()
    expect(page.get_by_role("heading", name="Use a recovery code")).to_be_visible()
    page.get_by_label("Recovery code", exact=True).fill(codes[0])
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/dashboard")
    page.goto("/profile?tab=security")
    expect(page.get_by_text("Recovery codes that still work: 9.")).to_be_visible()
    for words in ("Password and recovery code", "Password and app", "Wrong code"):
        expect(page.get_by_role("table", name="Recent sign-ins")).to_contain_text(words)
    shoot(page, "security")

    page.get_by_role("button", name="Turn off two-step login").click()
    page.get_by_label("Current password", exact=True).fill(PASSWORD)
    page.get_by_label("Code", exact=True).fill(codes[1])
    page.get_by_label("This is a recovery code").check()
    page.get_by_role("button", name="Turn off", exact=True).click()
    expect(page.get_by_text("Two-step login is off.")).to_be_visible()


def test_new_codes_ask_for_the_password_again(page: Page, portal: Portal, shoot: Shoot) -> None:
    jane = portal.people.jane
    be(page, portal, jane)
    page.goto("/profile?tab=security")
    _app, old = set_up(page)
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("button", name="New recovery codes").click()
    dialog = page.get_by_role("dialog", name="Is it you?")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Your password").fill("wrong")
    dialog.get_by_role("button", name="Continue").click()
    expect(dialog.get_by_text("The current password is not right").first).to_be_visible()
    shoot(page, "password-again")
    dialog.get_by_label("Your password").fill(PASSWORD)
    dialog.get_by_role("button", name="Continue").click()
    expect(dialog).to_be_hidden()
    new = page.get_by_role("list", name="Recovery codes").get_by_role("listitem")
    expect(new).to_have_count(10)
    assert not set(old) & set(new.all_inner_texts())
    page.get_by_role("button", name="I have kept them").click()
    with portal.db.write() as session:
        _made_before(session, jane)
    page.get_by_role("button", name="New recovery codes").click()
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def _made_before(session: Session, person: Person) -> None:
    for login in session.exec(select(LoginSession)).all():
        login.password_confirmed_at = now() - timedelta(minutes=16)


@both_sizes
def test_an_administrator_is_led_to_set_it_up_first(
    page: Page, portal: Portal, shoot: Shoot
) -> None:
    olwen = portal.people.olwen
    with portal.db.write() as session:
        session.get_one(Account, olwen.id).staff_role = StaffRole.ADMINISTRATOR
    log_in(page, olwen.email)
    page.wait_for_url("**/console/security")
    expect(page.get_by_text("Set up two-step login first")).to_be_visible()
    shoot(page, "console-security")
    set_up(page)
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_text("Set up two-step login first")).to_have_count(0)
    page.goto("/console")
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")


def test_a_third_party_finds_it_in_the_menu(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.tracy)
    page.goto("/third-party")
    page.get_by_role("button", name="Hi, Tracy").click()
    page.get_by_role("link", name="Security").click()
    page.wait_for_url("**/third-party/security")
    expect(page.get_by_role("heading", name="Two-step login")).to_be_visible()


def test_the_second_page_works_without_javascript(
    plain_page: Page, portal: Portal, clean_environment: pytest.MonkeyPatch
) -> None:
    # The codes are hashed with the secret that the server keeps in its folder.
    clean_environment.setenv("CERTIFY_DATA_DIR", portal.env["CERTIFY_DATA_DIR"])
    settings.cache_clear()
    with portal.db.write() as session:
        _app, codes = give_second_step(session, portal.people.jane)
    log_in(plain_page, "jane@example.org")
    plain_page.get_by_role("link", name="Use a recovery code").click()
    plain_page.get_by_label("Recovery code", exact=True).fill(codes[0])
    plain_page.get_by_role("button", name="Log in").click()
    plain_page.wait_for_url("**/dashboard")


@pytest.mark.parametrize("address", ["/login/code", "/login/recovery-code"])
def test_without_a_password_before_it_the_second_page_leads_to_the_first(
    page: Page, address: str
) -> None:
    page.goto(address)
    expect(page.get_by_text("The time for the second step is over")).to_be_visible()
