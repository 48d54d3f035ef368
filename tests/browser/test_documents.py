"""Guide 4.1 and 4.3: Documents and Badges."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from certify_app.domain.awards.models import Award, AwardStatus, Qualification
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.people import give_award


@pytest.fixture
def many(portal: Portal) -> None:
    """Dave has 24 awards: 23 of welding in 2020 and 2021, and his own."""
    with portal.db.write() as session:
        welding = session.exec(
            select(Qualification).where(Qualification.title == "Award in Welding")
        ).one()
        for number in range(23):
            on = date(2020 + number // 12, number % 12 + 1, 1)
            give_award(session, portal.people.dave, welding, f"9{number:07d}-01-ABCDEF", on)


@both_sizes
def test_a_card_says_what_the_guide_says(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/documents")

    card = page.get_by_role("article", name="Jane Doe - Diploma in Adult Care")
    expect(card.get_by_role("heading")).to_have_text("Jane Doe - Diploma in Adult Care")
    for name, value in (
        ("Reference", "10643835-01-3DCE7K"),
        ("Award Date", "1 Jul 2026"),
        ("Course Name", "Diploma in Adult Care"),
    ):
        expect(card.get_by_role("term").filter(has_text=name)).to_be_visible()
        expect(card.get_by_role("definition").filter(has_text=value)).to_be_visible()
    expect(card.get_by_text("Valid")).to_be_visible()
    expect(card.get_by_text("3 of 3 downloads left")).to_be_visible()
    expect(card.get_by_role("link", name="View")).to_be_visible()
    expect(page.get_by_role("search")).to_have_count(0)


@both_sizes
def test_a_badge_goes_to_linkedin_filled_in(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/documents")

    badge = page.get_by_role("region", name="Badges").get_by_role("article")
    expect(badge).to_contain_text("Issued to: Jane Doe")
    expect(badge).to_contain_text("On: July 2026")
    expect(badge).to_contain_text("B10643835-01-3DCE7K")
    image = badge.locator("img")
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("i => i.naturalWidth") > 0
    href = badge.get_by_role("link", name="Add to LinkedIn").get_attribute("href") or ""
    assert href.startswith("https://www.linkedin.com/profile/add?")
    assert parse_qs(urlsplit(href).query) == {
        "startTask": ["CERTIFICATION_NAME"],
        "name": ["Adult Care"],
        "organizationName": ["Teifi Awards"],
        "issueYear": ["2026"],
        "issueMonth": ["7"],
        "certUrl": [f"{portal.address}/verify?reference=B10643835-01-3DCE7K"],
        "certId": ["B10643835-01-3DCE7K"],
    }


@both_sizes
def test_how_an_award_stands_is_told_in_a_tag(page: Page, portal: Portal) -> None:
    with portal.db.write() as session:
        first, second, third = (session.get_one(Award, a.id) for a in portal.people.jane.awards)
        first.status = AwardStatus.REVOKED
        second.status, second.superseded_by_id = AwardStatus.SUPERSEDED, third.id
        third.expiry_date = date(2026, 11, 2)
    be(page, portal, portal.people.jane)
    page.goto("/documents")

    awards = page.get_by_role("region", name="Documents")
    tags = {"Diploma in Adult Care": "Revoked", "Award in Welding": "Replaced"}
    for title, tag in (tags | {"Award in First Aid": "Expired"}).items():
        card = awards.get_by_role("article", name=f"Jane Doe - {title}")
        expect(card.get_by_text(tag, exact=True)).to_be_visible()
    expect(awards.get_by_text("downloads left")).to_have_count(1)
    badges = page.get_by_role("region", name="Badges")
    expect(badges.get_by_role("link", name="Add to LinkedIn")).to_have_count(0)


@both_sizes
def test_who_has_nothing_yet_is_told_kindly(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.mallory)
    page.goto("/documents")

    expect(page.get_by_text("You have no awards yet")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(0)


@both_sizes
def test_many_awards_are_searched_sorted_and_paged(page: Page, portal: Portal, many: None) -> None:
    be(page, portal, portal.people.dave)
    page.goto("/documents")
    cards = page.get_by_role("region", name="Documents").get_by_role("article")
    expect(page.get_by_text("Showing 1 - 10 of 24")).to_be_visible()
    expect(cards).to_have_count(10)

    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Showing 11 - 20 of 24")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Showing 21 - 24 of 24")).to_be_visible()
    expect(cards).to_have_count(4)
    page.get_by_role("button", name="Previous").click()
    expect(page.get_by_text("Showing 11 - 20 of 24")).to_be_visible()

    page.get_by_label("Sort by").select_option(label="Title, A to Z")
    expect(page.get_by_text("Showing 1 - 10 of 24")).to_be_visible()
    page.get_by_role("searchbox", name="Search documents").fill("care diploma")
    expect(page.get_by_text("Showing 1 - 1 of 1")).to_be_visible()
    expect(cards).to_have_accessible_name("Dave O’Neill-Łyś - Diploma in Adult Care")
    expect(page).to_have_url(f"{portal.address}/documents?search=care+diploma&order=title")

    page.reload()
    expect(page.get_by_text("Showing 1 - 1 of 1")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("care diploma")
    page.get_by_role("searchbox").fill("no such thing")
    expect(page.get_by_text("No awards match your search")).to_be_visible()


def test_nothing_of_another_learner_ever_reaches_the_page(page: Page, portal: Portal) -> None:
    frames: list[str] = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda f: frames.append(str(f))))
    be(page, portal, portal.people.dave)
    page.goto("/documents")
    expect(page.get_by_role("article").first).to_be_visible()

    seen = page.content() + "".join(frames)
    assert "Jane" not in seen
    assert portal.people.jane.awards[0].reference not in seen
