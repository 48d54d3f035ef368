"""A day in the console: find, correct, issue, export, lock, invite, and read the log."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from certify_app.domain.accounts.models import Account, StaffRole
from certify_app.domain.clock import now
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal


@pytest.fixture
def console(portal: Portal) -> Portal:
    """Olwen is an administrator here, with her second step set up."""
    with portal.db.write() as session:
        olwen = session.get_one(Account, portal.people.olwen.id)
        olwen.staff_role, olwen.second_step_at = StaffRole.ADMINISTRATOR, now()
    return portal


def go_to(page: Page, place: str) -> None:
    """By the places at the left, which are in a drawer on a phone."""
    if (menu := page.get_by_role("button", name="Menu", exact=True)).is_visible():
        menu.click()
    nav = page.get_by_role("navigation", name=re.compile("^Console"))
    nav.get_by_role("link", name=place, exact=True).locator("visible=true").click()
    expect(page.get_by_role("heading", level=1, name=place)).to_be_visible()


@both_sizes
def test_the_overview_leads_to_the_lists(page: Page, console: Portal) -> None:
    be(page, console, console.people.olwen)
    page.goto("/console")
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    expect(page.get_by_role("definition").filter(has_text="2 registered")).to_be_visible()
    page.get_by_text("Figures and lists").first.click()
    page.get_by_role("link", name="Jul 26").click()
    expect(page.get_by_text("Showing 1 - 3 of 3")).to_be_visible()


@both_sizes
def test_a_learner_is_found_and_locked_with_a_reason(page: Page, console: Portal) -> None:
    be(page, console, console.people.olwen)
    page.goto("/console")
    go_to(page, "Learners")
    page.get_by_label("Search by name, number or email").press_sequentially("oneill")
    expect(page.get_by_text("Showing 1 - 1 of 1")).to_be_visible()
    page.get_by_role("link", name="Dave O’Neill-Łyś").click()
    page.get_by_role("button", name="Lock account").click()
    box = page.get_by_role("dialog", name="Lock this account?")
    box.get_by_role("button", name="Lock account").click()
    expect(box.get_by_role("alert")).to_contain_text("Say why")
    box.get_by_label("Reason").fill("Asked by phone")
    box.get_by_role("button", name="Lock account").click()
    expect(page.get_by_text("Locked because: Asked by phone")).to_be_visible()
    page.get_by_role("button", name="Unlock account").click()
    expect(page.get_by_role("button", name="Lock account")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Unlocked the account")).to_be_visible()


@both_sizes
def test_an_award_is_corrected_and_the_old_reference_says_so(page: Page, console: Portal) -> None:
    be(page, console, console.people.olwen)
    page.goto("/console/awards?search=10643835")
    page.get_by_role("link", name="Jane Doe").click()
    page.get_by_role("button", name="Correct").click()
    box = page.get_by_role("dialog", name="Correct this award")
    expect(box.get_by_label("Name on the award")).to_have_value("Jane Doe")
    box.get_by_label("Name on the award").fill("Jane Roe")
    box.get_by_label("Reason").fill("Name misspelt")
    box.get_by_role("button", name="Issue the corrected version").click()
    expect(page.get_by_role("link", name="Jane Roe")).to_be_visible()
    page.get_by_role("link", name="10643835-01-3DCE7K").click()
    expect(page.get_by_text("A newer version is current")).to_be_visible()
    page.get_by_role("link", name="Check as the public").click()
    expect(page.get_by_role("heading", name=re.compile("^Replaced on"))).to_be_visible()
    expect(page.get_by_text("10643835-02-")).to_be_visible()


@both_sizes
def test_awards_are_issued_by_hand(page: Page, console: Portal) -> None:
    be(page, console, console.people.olwen)
    page.goto("/console/awards")
    page.get_by_role("button", name="Issue awards").click()
    box = page.get_by_role("dialog", name="Issue awards")
    box.get_by_label("Enrolment numbers").fill("TA-100001\nTA-100002")
    box.get_by_label("Qualification", exact=True).select_option("601/0002/2")
    box.get_by_label("Award date").fill("03/11/2026")
    box.get_by_role("button", name="Issue", exact=True).click()
    expect(page.get_by_text("2 awards are issued.")).to_be_visible()
    expect(page.get_by_text("Showing 1 - 7 of 7")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Export").click()
    assert download.value.suggested_filename == "awards.csv"


@both_sizes
def test_several_awards_are_revoked_by_keyboard(page: Page, console: Portal) -> None:
    be(page, console, console.people.olwen)
    page.goto("/console/awards?search=601/0001")
    page.get_by_label("Select Jane Doe").focus()
    page.keyboard.press("Space")
    page.get_by_label("Select Nia Siôn").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("2 selected")).to_be_visible()
    page.get_by_role("button", name="Revoke", exact=True).click()
    box = page.get_by_role("dialog", name="Revoke these awards?")
    box.get_by_label("Reason").fill("Issued in error")
    box.get_by_role("button", name="Revoke the awards").click()
    expect(page.get_by_text("2 awards are revoked.")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Revoked")).to_have_count(2)


@both_sizes
def test_staff_are_invited_and_the_log_tells(page: Page, console: Portal) -> None:
    be(page, console, console.people.olwen)
    page.goto("/console/staff")
    page.get_by_role("button", name="Invite staff").click()
    box = page.get_by_role("dialog", name="Invite staff")
    box.get_by_label("First Name").fill("Sam")
    box.get_by_label("Last Name").fill("Okafor")
    box.get_by_label("Email").fill("sam@example.org")
    box.get_by_label("Role").select_option("finance")
    box.get_by_role("button", name="Invite", exact=True).click()
    expect(page.get_by_text("sam@example.org is invited")).to_be_visible()
    page.get_by_role("link", name="Sam Okafor").click()
    page.get_by_label("Role", exact=True).select_option("read_only")
    page.get_by_role("button", name="Save the role").click()
    expect(page.get_by_text("The role is changed.")).to_be_visible()
    go_to(page, "Audit log")
    log = page.get_by_role("row").filter(has_text="Changed a role")
    expect(log.first).to_contain_text("Olwen Rees")


def test_finance_sees_no_staff_and_no_log(page: Page, portal: Portal) -> None:
    with portal.db.write() as session:
        session.get_one(Account, portal.people.olwen.id).staff_role = StaffRole.FINANCE
    be(page, portal, portal.people.olwen)
    page.goto("/console/awards")
    expect(page.get_by_text("Showing 1 - 5 of 5")).to_be_visible()
    expect(page.get_by_role("button", name="Issue awards")).to_be_hidden()
    expect(page.get_by_role("link", name="Audit log")).to_be_hidden()
    page.goto("/console/audit")
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
