"""Passkeys in a real browser, with Chromium's virtual authenticator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, expect
from sqlmodel import select

from certify_app.domain.accounts.models import LoginSession
from tests.browser.mail import newest_mail
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.people import PASSWORD

Shoot = Callable[[Page, str], Path]
OPTIONS: dict[str, Any] = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def authenticator(page: Page) -> tuple[CDPSession, str]:
    debugger = page.context.new_cdp_session(page)
    debugger.send("WebAuthn.enable")
    added = debugger.send("WebAuthn.addVirtualAuthenticator", {"options": OPTIONS})
    return debugger, str(added["authenticatorId"])


@both_sizes
def test_add_a_passkey_log_in_with_it_and_remove_it(
    page: Page, portal: Portal, shoot: Shoot
) -> None:
    jane = portal.people.jane
    debugger, device = authenticator(page)
    be(page, portal, jane)
    page.goto("/profile?tab=security")
    panel = page.get_by_role("region", name="Passkeys")
    panel.get_by_role("button", name="Add a passkey").click()
    dialog = page.get_by_role("dialog", name="Is it you?")
    dialog.get_by_label("Your password").fill(PASSWORD)
    dialog.get_by_role("button", name="Continue").click()
    with page.expect_navigation():
        panel.get_by_role("button", name="Create the passkey").click()
    row = panel.get_by_role("row").filter(has_text="Chrome on")
    expect(row).to_contain_text("Never")
    shoot(page, "passkeys")
    assert "A passkey was added" in newest_mail(portal, jane.email, "A passkey was added")

    page.context.clear_cookies()
    page.goto("/login?next=/orders")
    shoot(page, "login-with-passkey")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{portal.address}/orders")
    page.goto("/profile?tab=security")
    expect(page.get_by_role("table", name="Recent sign-ins")).to_contain_text("Passkey")
    panel.get_by_role("button", name="Remove Chrome").click()
    expect(panel.get_by_text("The passkey is removed.")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/login")
    page.get_by_role("button", name="Use a passkey").click()
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_contain_text("The passkey could not be checked")
    debugger.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": device})


def test_whom_the_device_does_not_verify_is_not_let_in(page: Page, portal: Portal) -> None:
    debugger, device = authenticator(page)
    be(page, portal, portal.people.jane)
    with portal.db.write() as session:
        (login,) = session.exec(select(LoginSession)).all()
        login.password_confirmed_at = login.started_at
    page.goto("/profile?tab=security")
    page.get_by_role("button", name="Add a passkey").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Create the passkey").click()
    verified = {"authenticatorId": device, "isUserVerified": False}
    debugger.send("WebAuthn.setUserVerified", verified)
    page.context.clear_cookies()
    page.goto("/login")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_text("No passkey was used. Try again")).to_be_visible()
    assert not [c for c in page.context.cookies() if c.get("name") == "certify"]
