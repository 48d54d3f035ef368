"""Guide 3.1: the dashboard and the four places it leads to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from certify_app.domain.awards.models import Award
from certify_app.domain.clock import now
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal


@both_sizes
def test_the_dashboard_greets_and_shows_what_is_hers(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/dashboard")

    expect(page.get_by_role("heading", level=1)).to_have_text("Hi, Jane")
    expect(page.get_by_text("3 awards")).to_be_visible()
    latest = page.get_by_role("region", name="Latest awards").get_by_role("article")
    expect(latest).to_have_count(2)
    expect(latest.first).to_have_accessible_name("Jane Doe - Award in First Aid")


@both_sizes
@pytest.mark.parametrize(
    ("button", "route", "heading"),
    [
        ("View Documents", "/documents", "Documents and Badges"),
        ("Manage Connections", "/connections", "Connections"),
        ("Order Orders", "/orders", "Orders"),
        ("Manage Profile", "/profile", "Profile"),
    ],
)
def test_each_card_leads_where_the_guide_says(
    page: Page, portal: Portal, button: str, route: str, heading: str
) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/dashboard")
    page.get_by_role("link", name=button).click()

    expect(page).to_have_url(f"{portal.address}{route}")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


@both_sizes
def test_an_award_that_ends_soon_asks_for_attention(page: Page, portal: Portal) -> None:
    with portal.db.write() as session:
        award = session.get_one(Award, portal.people.jane.awards[0].id)
        award.expiry_date = now().date() + timedelta(days=30)
    be(page, portal, portal.people.jane)
    page.goto("/dashboard")

    expect(page.get_by_text("Diploma in Adult Care expires on")).to_be_visible()


@both_sizes
def test_who_has_no_awards_sees_the_four_places_and_none(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.mallory)
    page.goto("/dashboard")

    expect(page.get_by_role("heading", level=1)).to_have_text("Hi, Mallory")
    expect(page.get_by_role("link", name="View Documents")).to_be_visible()
    expect(page.get_by_text("0 awards")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(0)


@both_sizes
def test_the_profile_says_who_one_is(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/profile")

    for field, known in (("First Name", "Jane"), ("Last Name", "Doe")):
        expect(page.get_by_label(field)).to_have_value(known)
    expect(page.get_by_label("Email address", exact=True)).to_have_value("jane@example.org")


def test_who_is_not_logged_in_is_led_to_the_login(page: Page) -> None:
    page.goto("/dashboard")
    page.wait_for_url("**/login*")
    assert "Jane" not in page.content()
