"""Guide 7: the profile, from the name at the top right."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from certify_app.domain.accounts.sessions import open_session, who_is
from tests.browser.mail import link_in, newest_mail
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.people import PASSWORD

NEW = "sixteen herons over Aberaeron"


@pytest.fixture
def hers(page: Page, portal: Portal) -> Page:
    be(page, portal, portal.people.jane)
    page.goto("/dashboard")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hi, Jane")
    page.get_by_role("button", name="Hi, Jane").click()
    page.get_by_role("link", name="View and edit my profile").click()
    expect(page.get_by_role("heading", name="Personal Details")).to_be_visible()
    return page


def choose(page: Page, tab: str) -> None:
    page.get_by_role("navigation", name="Profile").get_by_role("button", name=tab).click()
    expect(page.get_by_role("heading", name=tab)).to_be_visible()


def save(page: Page) -> Locator:
    page.get_by_role("button", name="Save", exact=True).click()
    return page.get_by_role("status").filter(has_text="saved")


@both_sizes
def test_details_are_changed_and_the_awarded_name_stays(hers: Page) -> None:
    for label, value in (
        ("First Name", "Jane"),
        ("Last Name", "Doe"),
        ("Date Of Birth", "12/04/1998"),
        ("Email address", "jane@example.org"),
    ):
        expect(hers.get_by_label(label, exact=True)).to_have_value(value)
    expect(hers.get_by_label("Opt in for third-party search")).not_to_be_checked()

    hers.get_by_label("Last Name", exact=True).fill("")
    hers.get_by_role("button", name="Save", exact=True).click()
    expect(hers.locator("#problems")).to_contain_text("Enter your last name")
    hers.get_by_label("Last Name", exact=True).fill("Prys")
    hers.get_by_label("User name").fill("jane.prys")
    hers.get_by_label("Phone number").fill("01632 960 001")
    hers.get_by_label("Opt in for third-party search").check()
    expect(save(hers)).to_be_visible()

    hers.reload()
    expect(hers.get_by_label("Last Name", exact=True)).to_have_value("Prys")
    expect(hers.get_by_label("User name")).to_have_value("jane.prys")
    expect(hers.get_by_label("Opt in for third-party search")).to_be_checked()
    hers.goto("/documents")
    expect(hers.get_by_role("article", name="Jane Doe - Award in Welding")).to_be_visible()


@both_sizes
def test_a_new_email_counts_once_its_link_is_followed(hers: Page, portal: Portal) -> None:
    hers.get_by_label("Email address").fill("jane@example.com")
    expect(save(hers)).to_contain_text("Follow the link we mailed to jane@example.com")
    expect(hers.get_by_text("waits to be confirmed")).to_be_visible()
    assert "jane@example.com" in newest_mail(portal, "jane@example.org", "about to change")

    hers.goto(link_in(newest_mail(portal, "jane@example.com", "Confirm your new email")))
    hers.get_by_role("button", name="Confirm my email").click()
    expect(hers.get_by_label("Email address")).to_have_value("jane@example.com")
    assert newest_mail(portal, "jane@example.org", "Your email was changed")


@both_sizes
def test_contact_information_and_addresses_are_kept(hers: Page) -> None:
    choose(hers, "Additional Contact Information")
    hers.get_by_label("Mobile phone").fill("+44 7700 900 001")
    hers.get_by_label("Emergency contact's name").fill("Nia Siôn")
    hers.get_by_label("Emergency contact's phone").fill("x")
    hers.get_by_role("button", name="Save", exact=True).click()
    expect(hers.locator("#problems")).to_contain_text("Enter a phone number")
    hers.get_by_label("Emergency contact's phone").fill("01632 960 002")
    expect(save(hers)).to_be_visible()

    choose(hers, "Addresses")
    hers.get_by_role("button", name="Add an address").click()
    dialog = hers.get_by_role("dialog", name="Address details")
    for label, value in (
        ("First Name", "Jane"),
        ("Last Name", "Doe"),
        ("Address", "12 Bridge Street"),
        ("City", "Cardigan"),
        ("Postcode", "SA43 1AA"),
    ):
        dialog.get_by_label(label, exact=True).fill(value)
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(dialog).to_be_hidden()
    expect(hers.get_by_text("12 Bridge Street")).to_be_visible()
    hers.reload()
    hers.get_by_role("button", name="Remove Jane Doe").click()
    expect(hers.get_by_text("You have no addresses yet.")).to_be_visible()


@both_sizes
def test_the_password_is_changed_and_other_browsers_are_out(hers: Page, portal: Portal) -> None:
    with portal.db.write() as session:
        other = open_session(session, portal.people.jane.id, "192.0.2.7", "Firefox on Windows")
    choose(hers, "Change Password")
    for label, value in (
        ("Current password", "not it"),
        ("New password", NEW),
        ("Confirm password", NEW),
    ):
        hers.get_by_label(label, exact=True).fill(value)
    hers.get_by_role("button", name="Save", exact=True).click()
    expect(hers.locator("#problems")).to_contain_text("The current password is not right")
    hers.get_by_label("Current password", exact=True).fill(PASSWORD)
    hers.get_by_role("button", name="Save", exact=True).click()
    expect(hers.get_by_text("Your password is changed.")).to_be_visible()
    expect(hers.get_by_label("New password", exact=True)).to_have_value("")
    with portal.db.read() as session:
        assert who_is(session, other) is None
    assert newest_mail(portal, "jane@example.org", "Your password was changed")


@both_sizes
def test_logins_are_listed_and_ended(hers: Page, portal: Portal) -> None:
    with portal.db.write() as session:
        open_session(session, portal.people.jane.id, "192.0.2.7", "Firefox on Windows")
    hers.reload()
    choose(hers, "Security")
    expect(hers.get_by_text("This browser", exact=True)).to_be_visible()
    hers.get_by_role("button", name="Log out Firefox on Windows").click()
    expect(hers.get_by_text("Firefox on Windows is logged out.")).to_be_visible()
    hers.get_by_role("button", name="Log out everywhere").click()
    expect(hers.get_by_text("You are logged out.")).to_be_visible()


@both_sizes
def test_a_photo_is_shown_at_the_top_and_removed(hers: Page) -> None:
    hers.get_by_text("Add a photo").click()
    given = BytesIO()
    Image.new("RGB", (300, 200), (20, 120, 90)).save(given, "PNG")
    for content, name in ((b"no picture", "me.jpg"), (given.getvalue(), "me.png")):
        hers.get_by_label("Photo", exact=True).set_input_files(
            {"name": name, "mimeType": "image/png", "buffer": content}
        )
        hers.get_by_role("button", name="Save photo").click()
        if name == "me.jpg":
            expect(hers.get_by_text("Choose a photo that is a JPEG")).to_be_visible()
    photo = hers.get_by_role("banner").locator("img[src^='/api/profile/photo']")
    expect(photo).to_have_js_property("naturalWidth", 512)
    hers.get_by_text("Change photo").click()
    hers.get_by_role("button", name="Remove photo").click()
    expect(hers.get_by_text("Add a photo")).to_be_visible()
    expect(photo).to_have_count(0)


@both_sizes
def test_a_number_of_somebody_else_is_not_added(hers: Page) -> None:
    choose(hers, "Enrolment Numbers")
    expect(hers.get_by_text("TA-100001")).to_be_visible()
    hers.get_by_label("Enrolment number", exact=True).fill("TA-100002")
    hers.get_by_role("button", name="Add", exact=True).click()
    expect(hers.get_by_label("Enrolment number", exact=True)).to_have_attribute(
        "aria-invalid", "true"
    )
    expect(hers.get_by_text("does not match your name")).to_be_visible()
    expect(hers.get_by_text("TA-100002")).to_have_count(0)
