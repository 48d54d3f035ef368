"""Guide 4.2.2, step by step: viewing the electronic copy, with every control."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from certify_app.domain.awards.models import Award, AwardStatus
from certify_app.domain.documents.models import EventKind
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.browser.viewer import OnScreen, as_it_stands, events, open_viewer
from tests.browser.watch import Watch
from tests.waiting import wait_until


@pytest.fixture
def viewer(page: Page, portal: Portal) -> OnScreen:
    return open_viewer(page, portal)


@both_sizes
def test_the_view_button_opens_the_certificate_first(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/documents")
    card = page.get_by_role("article", name="Jane Doe - Diploma in Adult Care")
    card.get_by_role("link", name="View").click()

    viewer = OnScreen(page)
    viewer.wait()

    expect(page).to_have_url(f"{portal.address}/documents/10643835-01-3DCE7K")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jane Doe - Diploma in Adult Care")
    types = page.get_by_label("Document type").get_by_role("option")
    expect(types).to_have_text(["Certificate", "Unit certificate", "Letter"])
    viewer.expect_text("Jane Doe")
    assert len(events(portal, EventKind.VIEW)) == 1


@both_sizes
def test_the_drop_down_changes_the_document(viewer: OnScreen, portal: Portal) -> None:
    viewer.choose("Unit certificate")
    viewer.expect_text("Care unit 1")
    viewer.choose("Letter")
    viewer.expect_text("Teifi Awards")
    viewer.expect_saying("pagesCount", 1)
    viewer.choose("Certificate")
    viewer.expect_text("Jane Doe")

    papers = portal.people.jane.documents
    shown = [papers[0].id, papers[1].id, papers[2].id, papers[0].id]
    wait_until(
        lambda: [event.document_id for event in events(portal, EventKind.VIEW)] == shown,
        "every view to be written down",
    )
    assert not any(as_it_stands(portal, paper).downloads for paper in papers)


@both_sizes
def test_the_side_panel_opens_and_closes(viewer: OnScreen) -> None:
    panel = viewer.button("Side panel")
    panel.click()
    expect(viewer.frame.locator("#thumbnailsView img").first).to_be_visible()
    panel.click()
    expect(viewer.frame.locator("#thumbnailsView")).to_be_hidden()


@both_sizes
def test_next_and_previous_turn_the_pages(viewer: OnScreen) -> None:
    viewer.choose("Unit certificate")
    viewer.expect_text("Care unit 1")
    number = viewer.frame.get_by_label("Page", exact=True)
    viewer.button("Next page").click()
    expect(number).to_have_value("2")
    viewer.button("Next page").click()
    expect(number).to_have_value("3")
    viewer.button("Previous page").click()
    expect(number).to_have_value("2")


@both_sizes
def test_page_options_set_transition_orientation_and_layout(viewer: OnScreen) -> None:
    viewer.choose("Unit certificate")
    viewer.expect_text("Care unit 1")
    for option, what, value in (
        ("Each page separate", "scrollMode", 3),
        ("Continuous document", "scrollMode", 0),
        ("Rotate clockwise", "pagesRotation", 90),
        ("Rotate counter-clockwise", "pagesRotation", 0),
        ("Rotate counter-clockwise", "pagesRotation", 270),
        ("Double page", "spreadMode", 1),
        ("Cover facing", "spreadMode", 2),
        ("Single page", "spreadMode", 0),
    ):
        viewer.option(option)
        viewer.expect_saying(what, value)


@both_sizes
def test_zoom_by_list_and_by_buttons(viewer: OnScreen) -> None:
    viewer.frame.get_by_label("Zoom", exact=True).select_option("2")
    viewer.expect_saying("currentScale", 2)
    viewer.button("Zoom in").click()
    viewer.expect_saying("currentScale", 2.2)
    viewer.button("Zoom out").click()
    viewer.button("Zoom out").click()
    viewer.expect_saying("currentScale", 1.8)


@both_sizes
def test_the_page_is_panned_by_hand(viewer: OnScreen) -> None:
    viewer.frame.get_by_label("Zoom", exact=True).select_option("2")
    viewer.option("Pan")
    container = viewer.frame.locator("#viewerContainer")
    expect(container).to_have_class("grab-to-pan-grab")
    before = container.evaluate("box => box.scrollTop")
    box = container.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 60
    viewer.page.mouse.move(x, y)
    viewer.page.mouse.down()
    viewer.page.mouse.move(x, y - 150, steps=5)
    viewer.page.mouse.up()
    assert container.evaluate("box => box.scrollTop") > before


@both_sizes
def test_every_control_is_on_the_screen(viewer: OnScreen) -> None:
    width = (viewer.page.viewport_size or {"width": 0})["width"]
    names = ("Side panel", "Previous page", "Next page", "Zoom out", "Zoom in", "Page options")
    for name in names:
        box = viewer.button(name).bounding_box()
        assert box, name
        assert box["x"] >= 0, name
        assert box["x"] + box["width"] <= width, name
        assert min(box["width"], box["height"]) >= 24, name


@both_sizes
def test_full_screen_shows_bar_and_document_and_leaves_again(viewer: OnScreen) -> None:
    full = "document.fullscreenElement?.id"
    viewer.settings("Full screen")
    viewer.expect_page_saying(full, "viewer-box")
    expect(viewer.page.get_by_label("Document type")).to_be_visible()
    viewer.settings("Full screen")
    viewer.expect_page_saying(full, None)


@both_sizes
def test_close_leads_back_and_the_viewer_opens_again(viewer: OnScreen, portal: Portal) -> None:
    viewer.page.get_by_role("link", name="Close").click()
    expect(viewer.page).to_have_url(f"{portal.address}/documents")
    viewer.page.get_by_role("link", name="View Award in Welding").click()
    viewer.wait()
    viewer.expect_text("Award in Welding")


@both_sizes
def test_a_revoked_award_is_shown_and_not_given_out(page: Page, portal: Portal) -> None:
    with portal.db.write() as session:
        session.get_one(Award, portal.people.jane.awards[0].id).status = AwardStatus.REVOKED
    be(page, portal, portal.people.jane)
    OnScreen(page).open("10643835-01-3DCE7K")

    expect(page.get_by_text("This award has been revoked")).to_be_visible()
    page.get_by_role("button", name="Settings").click()
    expect(page.get_by_role("button", name="Full screen")).to_be_visible()
    expect(page.get_by_role("button", name="Download")).to_have_count(0)


@both_sizes
def test_another_learners_document_is_not_to_be_found(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.dave)
    page.goto("/documents/10643835-01-3DCE7K")
    expect(page.get_by_role("heading", name="We cannot find this document")).to_be_visible()
    assert "Jane" not in page.content()
    assert events(portal, EventKind.VIEW) == []


def test_a_name_that_cannot_be_printed_is_told_in_a_sentence(
    page: Page, portal: Portal, watch: Watch
) -> None:
    with portal.db.write() as session:
        session.get_one(Award, portal.people.jane.awards[0].id).awarded_name = "Jane \U0001f600"
    be(page, portal, portal.people.jane)
    page.goto("/documents/10643835-01-3DCE7K")
    expect(page.get_by_role("alert").filter(has_text="cannot be printed")).to_be_visible()
