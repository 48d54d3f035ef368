"""Beyond guide 7: several emails, a copy of one's data, and asking for erasure."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.mail import link_in, newest_mail
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.people import PASSWORD

Shoot = Callable[[Page, str], Path]
WORK = "jane.with-a-long-address@work.example.com"


def at(page: Page, portal: Portal, tab: str) -> None:
    be(page, portal, portal.people.jane)
    page.goto(f"/profile?tab={tab}")


@both_sizes
def test_an_email_is_added_made_primary_and_the_former_removed(
    page: Page, portal: Portal, shoot: Shoot
) -> None:
    at(page, portal, "personal-details")
    mine = page.get_by_role("list", name="Your emails")
    expect(mine.get_by_role("listitem")).to_have_text(["jane@example.org Primary"])
    page.get_by_label("Another email").fill("dave@example.org")
    page.get_by_role("button", name="Add email").click()
    expect(page.get_by_text("Another account uses this email")).to_be_visible()
    page.get_by_label("Another email").fill(WORK)
    page.get_by_role("button", name="Add email").click()
    expect(mine.get_by_text("Not confirmed yet")).to_be_visible()
    shoot(page, "profile-emails")
    page.goto(link_in(newest_mail(portal, WORK, "Confirm your new email")))
    page.get_by_role("button", name="Confirm my email").click()
    expect(page.get_by_role("heading", name="Your emails")).to_be_visible()
    page.get_by_role("button", name=f"Make primary {WORK}").click()
    expect(page.get_by_role("status").filter(has_text="is your primary email now")).to_be_visible()
    expect(page.get_by_label("Email address", exact=True)).to_have_value(WORK)
    page.get_by_role("button", name="Remove jane@example.org").click()
    expect(mine.get_by_role("listitem")).to_have_count(1)


@both_sizes
def test_a_copy_of_everything_is_made_and_downloaded(
    page: Page, portal: Portal, tmp_path: Path, shoot: Shoot
) -> None:
    at(page, portal, "your-data")
    page.get_by_role("button", name="Make a copy").click()
    expect(page.get_by_text("Your copy is ready")).to_be_visible(timeout=60_000)
    shoot(page, "profile-your-data")
    with page.expect_download() as started:
        page.get_by_role("link", name="Download").click()
    kept = tmp_path / "copy.zip"
    started.value.save_as(kept)
    with zipfile.ZipFile(kept) as file:
        assert {"your-data.json"} < set(file.namelist())
    assert "tab=your-data" in newest_mail(portal, "jane@example.org", "copy of your data is ready")


@both_sizes
def test_erasure_is_asked_with_the_password_and_withdrawn(
    page: Page, portal: Portal, shoot: Shoot
) -> None:
    at(page, portal, "your-data")
    expect(page.get_by_role("heading", name="What is kept")).to_be_visible()
    page.get_by_role("button", name="Ask for erasure").click()
    expect(page.locator("#problems")).to_contain_text("Enter your password")
    page.get_by_label("Reason").fill("I moved abroad")
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Ask for erasure").click()
    expect(page.get_by_text("We have your request")).to_be_visible()
    shoot(page, "profile-erasure")
    assert "I moved abroad" in portal.certify("erasures", "list")
    page.get_by_role("button", name="Withdraw my request").click()
    expect(page.get_by_text("Your request is withdrawn")).to_be_visible()
    expect(page.get_by_role("button", name="Ask for erasure")).to_be_visible()
