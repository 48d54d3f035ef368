"""Guide 6: creating, sharing, extending, cancelling, and the inactive ones."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from certify_app.domain.clock import now
from certify_app.domain.connections.models import Connection
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.browser.sharing import connected, day


@pytest.fixture
def jane(page: Page, portal: Portal) -> Page:
    be(page, portal, portal.people.jane)
    return page


def row(page: Page, name: str) -> Locator:
    """A line of the table, or a card on a phone."""
    lines = page.get_by_role("row").filter(has_text=name)
    return lines.or_(page.get_by_role("listitem").filter(has_text=re.compile(name + r".*@"))).first


def act(page: Page, name: str, who: str) -> Locator:
    """An icon of the table, or a button of the card."""
    return page.get_by_role("button", name=re.compile(f"^{name}:? {who}"))


def add(page: Page, name: str, email: str, until: str = "") -> Locator:
    page.get_by_role("button", name="Add Connection").click()
    box = page.get_by_role("dialog", name="Add Connection")
    box.get_by_label("Recipient Name").fill(name)
    box.get_by_label("Recipient Email").fill(email)
    if until:
        box.get_by_label("Expiry Date").fill(until)
    box.get_by_role("button", name="Send").click()
    return box


@both_sizes
def test_a_new_connection_is_pending_and_its_documents_are_chosen(jane: Page) -> None:
    """6.2.1 and 6.2.2."""
    jane.goto("/connections")
    add(jane, "Emmanuel Lumor", "e.lumor@example.com", day(20))
    expect(jane.get_by_role("status").filter(has_text="A request was sent to")).to_be_visible()
    expect(row(jane, "Emmanuel Lumor")).to_contain_text("Pending")

    jane.get_by_role("link", name="Share Documents").click()
    expect(jane.get_by_role("heading", name="Records")).to_be_visible()
    expect(jane.get_by_text("The qualification does not expire").first).to_be_visible()
    jane.get_by_label(re.compile("^Certificate - Diploma in Adult Care")).check()
    jane.get_by_label("Adult Care - Digital Badge").check()
    jane.get_by_role("button", name="Share Documents").click()

    expect(jane.get_by_text("2 documents and badges are shared with Emmanuel")).to_be_visible()
    expect(jane).to_have_url(re.compile("/connections$"))


@both_sizes
def test_what_is_wrong_with_a_request_is_said_at_its_field(jane: Page, portal: Portal) -> None:
    connected(portal)
    jane.goto("/connections")
    box = add(jane, " ", "jane@", "31/02/2027")
    expect(box.get_by_role("alert").get_by_role("listitem")).to_have_count(3)

    box.get_by_label("Recipient Name").fill("Tracy")
    box.get_by_label("Recipient Email").fill("tracy@example.org")
    box.get_by_label("Expiry Date").fill(day(10))
    box.get_by_role("button", name="Send").click()
    already = "You already have a connection with tracy@example.org"
    expect(box.get_by_role("alert")).to_contain_text(already)
    expect(box.get_by_label("Recipient Name")).to_have_value("Tracy")


def test_the_calendar_works_by_keyboard(jane: Page) -> None:
    jane.goto("/connections")
    jane.get_by_role("button", name="Add Connection").click()
    field = jane.get_by_label("Expiry Date")
    field.fill("28/02/2027")
    jane.get_by_role("dialog", name="Add Connection").get_by_role(
        "button", name="Choose a date"
    ).press("Enter")
    calendar = jane.get_by_role("dialog", name="Choose a date")
    expect(calendar.get_by_role("button", name="28 February 2027", exact=True)).to_be_focused()
    for key in ("ArrowRight", "ArrowDown", "PageDown", "Home"):
        jane.keyboard.press(key)
    expect(calendar.get_by_role("button", name="5 April 2027", exact=True)).to_be_focused()
    jane.keyboard.press("Enter")
    expect(field).to_have_value("05/04/2027")
    expect(calendar).to_be_hidden()


@both_sizes
def test_the_shared_documents_of_an_accepted_connection_are_changed(
    jane: Page, portal: Portal
) -> None:
    """6.3.1."""
    connected(portal)
    jane.goto("/connections")
    jane.get_by_role("link", name=re.compile("^Edit")).click()
    first = jane.get_by_label(re.compile("^Certificate - Diploma in Adult Care"))
    expect(first).to_be_checked()
    first.uncheck()
    jane.get_by_label("Letter - Award in Welding").check()
    jane.get_by_label("Only the check").check()
    jane.get_by_role("button", name="Share Documents").click()
    expect(jane.get_by_text("1 document or badge is shared with Tracy Trent")).to_be_visible()


@both_sizes
def test_an_extension_is_confirmed_before_it_counts(jane: Page, portal: Portal) -> None:
    """6.3.2."""
    connected(portal)
    jane.goto("/connections")
    act(jane, "Extend", "Tracy Trent").click()
    box = jane.get_by_role("dialog", name="Request Connection Extension")
    expect(box.get_by_label("Expiry Date")).to_have_value(day(30))
    box.get_by_label("Extend Date").fill(day(29))
    box.get_by_role("button", name="Save").click()
    expect(box.get_by_role("alert")).to_contain_text("Choose a date after")
    box.get_by_label("Extend Date").fill(day(60))
    box.get_by_role("button", name="Save").click()
    expect(box.get_by_text("will end on")).to_be_visible()
    box.get_by_role("button", name="OK").click()
    expect(jane.get_by_text(re.compile("The share with Tracy Trent ends on"))).to_be_visible()


@both_sizes
def test_a_cancelled_connection_is_inactive_and_not_extended(jane: Page, portal: Portal) -> None:
    """6.3.3 and 6.3.4."""
    connected(portal)
    jane.goto("/connections")
    act(jane, "Cancel", "Tracy Trent").click()
    sure = jane.get_by_role("dialog", name="Are you sure?")
    expect(sure).to_contain_text("The connection with Tracy Trent ends at once.")
    sure.get_by_role("button", name="Yes").click()
    jane.get_by_role("dialog").get_by_role("button", name="OK").click()
    expect(jane.get_by_text("You have no connections")).to_be_visible()

    jane.get_by_role("tab", name="Inactive").click()
    expect(row(jane, "Tracy Trent")).to_contain_text("Cancelled")
    expect(act(jane, "Extend", "Tracy Trent")).to_have_count(0)


@both_sizes
def test_an_expired_connection_is_extended_from_the_inactive_ones(
    jane: Page, portal: Portal
) -> None:
    """6.3.4."""
    connection = connected(portal)
    with portal.db.write() as session:
        session.get_one(Connection, connection.id).expires_at = now()
    jane.goto("/connections?tab=inactive")
    expect(row(jane, "Tracy Trent")).to_contain_text("Expired")
    act(jane, "Extend", "Tracy Trent").click()
    box = jane.get_by_role("dialog", name="Request Connection Extension")
    box.get_by_label("Extend Date").fill(day(60))
    box.get_by_role("button", name="Save").click()
    box.get_by_role("button", name="OK").click()
    jane.get_by_role("tab", name="Active", exact=True).click()
    expect(row(jane, "Tracy Trent")).to_contain_text("Active")


@both_sizes
def test_a_list_is_searched_and_filtered_and_the_address_keeps_it(
    jane: Page, portal: Portal
) -> None:
    connected(portal)
    jane.goto("/connections")
    add(jane, "Zoe Zander", "zoe@example.com")
    expect(row(jane, "Zoe Zander")).to_be_visible()
    jane.get_by_role("button", name="Filter").click()
    box = jane.get_by_role("dialog", name="Filter")
    box.get_by_label("Status").select_option(label="Pending")
    box.get_by_role("button", name="Show connections").click()
    expect(row(jane, "Tracy Trent")).to_be_hidden()
    expect(jane).to_have_url(re.compile("status=pending"))
    jane.reload()
    expect(row(jane, "Zoe Zander")).to_be_visible()
    jane.get_by_role("button", name="Remove filter: Pending").click()
    jane.get_by_role("searchbox", name="Search for any term").fill("trac")
    expect(row(jane, "Zoe Zander")).to_be_hidden()
    expect(row(jane, "Tracy Trent")).to_be_visible()
