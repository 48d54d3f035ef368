"""Registering with the system, as the guide's 2.2 says it, on a desktop and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.mail import link_in, newest_mail
from tests.browser.people import both_sizes
from tests.browser.portal import Portal

PASSWORD = "seven herons by the weir"


def fill_page_one(page: Page, email: str = "nia@example.org", password: str = PASSWORD) -> None:
    page.get_by_label("Email", exact=True).fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("Confirm password", exact=True).fill(password)
    page.get_by_role("button", name="Next").click()


def fill_page_two(page: Page, first: str, last: str, number: str) -> None:
    page.get_by_label("First Name", exact=True).fill(first)
    page.get_by_label("Last Name", exact=True).fill(last)
    page.get_by_label("Enrolment Number", exact=True).fill(number)
    page.get_by_role("button", name="Next").click()


def open_registration(page: Page) -> None:
    page.goto("/login")
    page.get_by_role("link", name="Register").click()
    expect(page.get_by_role("heading", name="Register", level=1)).to_be_visible()


def expect_step(page: Page, name: str) -> None:
    expect(page.locator("[aria-current=step]")).to_contain_text(name)


def expect_problem(page: Page, sentence: str) -> None:
    """On top with the focus, in the title, and leading to the field."""
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_contain_text(sentence)
    expect(summary).to_be_focused()
    assert page.title().startswith("Error: ")


@both_sizes
def test_a_learner_registers_step_by_step_and_logs_in(page: Page, portal: Portal) -> None:
    open_registration(page)
    expect_step(page, "1) Login Details")
    fill_page_one(page)
    expect_step(page, "2) Personal Details")
    fill_page_two(page, "Nia", "Siôn", "TA-100003")
    expect_step(page, "3) Confirmation")
    for typed in ("nia@example.org", "Nia", "Siôn", "TA-100003"):
        expect(page.get_by_text(typed, exact=True)).to_be_visible()
    expect(page.get_by_text(PASSWORD)).to_have_count(0)
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_focused()

    page.goto(link_in(newest_mail(portal, "nia@example.org", "Verify your email")))
    page.get_by_role("button", name="Verify my email").click()
    expect(page.get_by_text("Your email is verified and you are registered")).to_be_visible()
    expect(page.get_by_label("email address", exact=True)).to_have_value("nia@example.org")
    page.get_by_label("password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/dashboard")


@both_sizes
def test_previous_and_next_keep_what_was_typed(page: Page) -> None:
    open_registration(page)
    fill_page_one(page)
    page.get_by_label("First Name", exact=True).fill("Nia")
    page.get_by_role("button", name="Previous").click()
    expect_step(page, "1) Login Details")
    expect(page.get_by_label("Email", exact=True)).to_have_value("nia@example.org")
    expect(page.get_by_label("Password", exact=True)).to_have_value(PASSWORD)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_label("First Name", exact=True)).to_have_value("Nia")


def test_empty_fields_are_named_one_by_one(page: Page) -> None:
    open_registration(page)
    page.get_by_role("button", name="Next").click()
    expect_problem(page, "Enter your email")
    page.get_by_role("link", name="Enter your password").click()
    expect(page.get_by_label("Password", exact=True)).to_be_focused()
    fill_page_one(page)
    expect(page).to_have_title("Register")
    page.get_by_role("button", name="Next").click()
    for sentence in ("first name", "last name", "enrolment number"):
        expect_problem(page, f"Enter your {sentence}")


@both_sizes
def test_the_rules_of_the_password_are_ticked_while_typing(page: Page) -> None:
    open_registration(page)
    rules = page.get_by_role("list", name="Rules of the password")
    page.get_by_label("Password", exact=True).press_sequentially("short")
    expect(rules.get_by_text("At least 12 characters")).not_to_contain_text("(done)")
    page.get_by_label("Password", exact=True).press_sequentially(" walks by the Teifi")
    expect(rules.get_by_text("At least 12 characters")).to_contain_text("(done)")
    expect(rules.get_by_text("Not a common password")).to_contain_text("(done)")


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "Password must have at least 12 characters"),
        ("password12345", "Choose a password that is harder to guess"),
        ("my nia@example.org", "Choose a password that does not contain your name or email"),
        ("x" * 5000, "Password must have at most 128 characters"),
    ],
)
def test_a_password_against_the_rules_is_refused(page: Page, password: str, sentence: str) -> None:
    open_registration(page)
    fill_page_one(page, password=password)
    expect_problem(page, sentence)


@both_sizes
def test_a_mismatch_does_not_say_which_part(page: Page, portal: Portal) -> None:
    open_registration(page)
    fill_page_one(page)
    fill_page_two(page, "Nia", "Jones", "TA-100003")
    page.get_by_role("button", name="Register").click()
    expect_problem(page, "These details do not match the records of Teifi Awards")
    expect(page.get_by_label("Last Name", exact=True)).to_have_value("Jones")
    expect(page.get_by_label("Last Name", exact=True)).not_to_have_attribute("aria-invalid", "true")
    assert not portal.mailbox()


@both_sizes
def test_with_another_email_staff_are_asked(page: Page, portal: Portal) -> None:
    open_registration(page)
    fill_page_one(page, email="new@example.org")
    fill_page_two(page, "nia", "sion", "ta 100 003")
    page.get_by_role("button", name="Register").click()
    page.get_by_label("Date of birth").fill("28/02/2003")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()

    page.goto(link_in(newest_mail(portal, "new@example.org", "Verify your email")))
    page.get_by_role("button", name="Verify my email").click()
    expect(page.get_by_text("somebody checks your registration at Teifi Awards")).to_be_visible()
    portal.certify("registrations", "--approve", "1")
    assert "log in" in newest_mail(portal, "new@example.org", "registration is complete").lower()
    page.goto("/login")
    page.get_by_label("email address", exact=True).fill("new@example.org")
    page.get_by_label("password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/dashboard")


def test_who_is_registered_is_told_what_to_do(page: Page, portal: Portal) -> None:
    open_registration(page)
    fill_page_one(page, email="jane@example.org")
    fill_page_two(page, "Jane", "Doe", "TA-100001")
    page.get_by_role("button", name="Register").click()
    expect_problem(page, "You have registered already. Log in, or use Forgot my password.")
    newest_mail(portal, "jane@example.org", "already registered")


@both_sizes
def test_a_link_that_does_not_work_says_why_and_offers_another(
    page: Page, open_page: OpenPage, portal: Portal
) -> None:
    open_registration(page)
    fill_page_one(page)
    fill_page_two(page, "Nia", "Siôn", "TA-100003")
    page.get_by_role("button", name="Register").click()
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_text("We sent a new link")).to_be_visible()
    links = [link_in(m["text"]) for m in sorted(portal.mailbox(), key=lambda m: m["created_at"])]

    reader = open_page()
    reader.goto(links[0])
    expect(reader.get_by_text("This link was replaced by a newer one")).to_be_visible()
    reader.get_by_role("button", name="Send me a new link").click()
    expect(reader.get_by_text("We sent a new link")).to_be_visible()
    newest = link_in(newest_mail(portal, "nia@example.org", "Verify your email"))
    reader.goto(newest)
    reader.get_by_role("button", name="Verify my email").click()
    reader.wait_for_url("**/login?**")
    reader.goto(newest)
    expect(reader.get_by_text("This link has been used")).to_be_visible()
    reader.goto("/verify-email?token=forged")
    expect(reader.get_by_text("This link is not one of ours")).to_be_visible()


def test_the_link_works_without_javascript(page: Page, plain_page: Page, portal: Portal) -> None:
    open_registration(page)
    fill_page_one(page)
    fill_page_two(page, "Nia", "Siôn", "TA-100003")
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()
    link = link_in(newest_mail(portal, "nia@example.org", "Verify your email"))
    answer = page.request.get(link)
    assert answer.ok
    plain_page.goto(link)
    plain_page.get_by_role("button", name="Verify my email").click()
    plain_page.wait_for_url("**/login?done=registered")


def test_registering_in_welsh_stays_in_welsh(page: Page, portal: Portal) -> None:
    page.goto("/cy/register")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    page.locator("#email").fill("nia@example.org")
    page.locator("#password").fill(PASSWORD)
    page.locator("#confirm_password").fill(PASSWORD)
    page.locator("button[type=submit]:visible").click()
    page.locator("#first_name").fill("Nia")
    page.locator("#last_name").fill("Siôn")
    page.locator("#enrolment_number").fill("TA-100003")
    page.locator("button[type=submit]:visible").click()
    page.get_by_text("TA-100003", exact=True).wait_for()
    page.locator("button[type=submit]:visible").click()
    page.locator("#sent").wait_for()
    (mail,) = portal.mailbox()
    assert "/cy/verify-email?token=" in mail["text"]
