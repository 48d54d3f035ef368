"""Product, "Verification": anybody checks a reference, without an account."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from certify_app.domain.awards.models import Award, AwardStatus
from tests.browser.conftest import OpenPage
from tests.browser.people import both_sizes
from tests.browser.portal import Portal
from tests.browser.watch import Watch


@both_sizes
def test_a_reference_is_typed_and_found(page: Page, portal: Portal) -> None:
    page.goto("/verify")
    page.get_by_label("Reference").fill("10643835 01 3dce7k")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Genuine and current")
    expect(page.get_by_text("Jane Doe")).to_be_visible()
    expect(page.get_by_text("The qualification does not expire")).to_be_visible()


@both_sizes
@pytest.mark.parametrize("status", [AwardStatus.REVOKED, AwardStatus.SUPERSEDED])
def test_what_no_longer_holds_says_so_first(
    page: Page, portal: Portal, status: AwardStatus
) -> None:
    with portal.db.write() as session:
        award = session.get_one(Award, portal.people.jane.awards[0].id)
        award.status, award.status_changed_at = status, datetime(2026, 11, 20, tzinfo=UTC)
        award.superseded_by_id = portal.people.jane.awards[1].id
    page.goto("/verify?reference=10643835-01-3DCE7K")
    expect(page.get_by_role("heading", level=1)).to_contain_text("on 20 Nov 2026")
    expect(page.get_by_text("Jane Doe")).to_have_count(0)


@both_sizes
def test_an_unknown_reference_is_no_verdict(page: Page, portal: Portal, watch: Watch) -> None:
    watch.expect("status of 404")
    page.goto("/verify?reference=99999999-01-ZZZZZZ")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("We found no record of this reference")
    page.get_by_role("link", name="Check another reference").click()
    expect(page.get_by_role("button", name="Check")).to_be_visible()


def test_it_works_without_scripts(plain_page: Page) -> None:
    plain_page.goto("/cy/verify?reference=10643835-01-3DCE7K")
    expect(plain_page.locator("html")).to_have_attribute("lang", "cy")
    plain_page.get_by_role("link", name="English").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Genuine and current")


def test_it_can_be_read_in_the_dark(open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    page.goto("/verify?reference=10643835-01-3DCE7K")
    expect(page.get_by_role("heading", level=1)).to_have_text("Genuine and current")


def test_nonsense_is_answered_at_its_field(page: Page, portal: Portal, watch: Watch) -> None:
    watch.expect("status of 400")
    page.goto("/verify")
    page.get_by_label("Reference").fill("<b>x</b>")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("Enter the reference in letters")).to_be_visible()
    expect(page.get_by_label("Reference")).to_be_focused()
    expect(page.get_by_label("Reference")).to_have_value("<b>x</b>")
