"""Forgot my password, where it does not go as the guide's steps do (2.3.2)."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.mail import link_in, newest_mail
from tests.browser.people import both_sizes
from tests.browser.portal import Portal

NEW_PASSWORD = "seven herons by the weir"


def ask(page: Page, email: str) -> None:
    page.goto("/login")
    page.get_by_role("link", name="Forgot my password").click()
    expect(page.get_by_role("heading", name="Reset Password")).to_be_visible()
    page.get_by_label("Email", exact=True).fill(email)
    page.get_by_role("button", name="Reset Password").click()


def expect_problem(page: Page, sentence: str) -> None:
    summary = page.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_contain_text(sentence)
    expect(summary).to_be_focused()


@both_sizes
def test_an_address_that_is_not_registered_is_said_to_be_so(page: Page) -> None:
    ask(page, "nobody@example.org")
    expect_problem(page, "This email is not registered. Check it, or register.")
    expect(page.get_by_label("Email", exact=True)).to_have_value("nobody@example.org")
    page.get_by_role("link", name="Register", exact=True).click()
    page.wait_for_url("**/register")


def test_what_is_no_address_is_said_to_be_none(page: Page) -> None:
    ask(page, "jane(at)example.org")
    expect_problem(page, "Enter an email address in the correct format")
    page.get_by_label("Email", exact=True).fill("")
    page.get_by_role("button", name="Reset Password").click()
    expect_problem(page, "Enter your email")


@both_sizes
def test_two_passwords_that_differ_are_told_and_may_be_typed_again(
    page: Page, portal: Portal
) -> None:
    ask(page, "jane@example.org")
    expect(page.get_by_role("heading", name="Check your email")).to_be_focused()
    page.goto(link_in(newest_mail(portal, "jane@example.org", "Reset your password")))
    page.get_by_label("Password", exact=True).fill("short")
    page.get_by_label("Confirm password", exact=True).fill("other")
    page.get_by_role("button", name="Reset Password").click()
    expect_problem(page, "Password must have at least 12 characters")
    expect_problem(page, "Both passwords must be the same")
    page.get_by_label("Password", exact=True).fill(NEW_PASSWORD)
    page.get_by_label("Confirm password", exact=True).fill(NEW_PASSWORD)
    page.get_by_role("button", name="Reset Password").click()
    expect(page.get_by_text("Your password is changed")).to_be_visible()
    assert portal.mailbox()[0]["subject"] == "Your password was changed"


@both_sizes
def test_a_link_that_does_not_work_says_why_and_offers_another(page: Page, portal: Portal) -> None:
    ask(page, "jane@example.org")
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()
    first = link_in(newest_mail(portal, "jane@example.org", "Reset your password"))
    page.get_by_role("link", name="ask for another link").click()
    page.get_by_label("Email", exact=True).fill("jane@example.org")
    page.get_by_role("button", name="Reset Password").click()
    expect(page.get_by_role("heading", name="Check your email")).to_be_visible()
    page.goto(first)
    expect(page.get_by_text("This link was replaced by a newer one")).to_be_visible()
    page.goto("/reset-password?token=forged")
    expect(page.get_by_text("This link is not one of ours")).to_be_visible()
    page.get_by_role("link", name="Send me a new link").click()
    page.wait_for_url("**/forgot-password")
