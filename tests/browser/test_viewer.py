"""Guide 4.2.2, step by step: viewing, downloading and printing the electronic copy."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from sqlmodel import select

from certify_app.domain.awards.models import Award, AwardStatus, Unit
from certify_app.domain.documents.models import Document, DocumentEvent, EventKind, MoreRequest
from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.browser.viewer import OnScreen
from tests.browser.watch import Watch
from tests.waiting import wait_until


@pytest.fixture
def viewer(page: Page, portal: Portal) -> OnScreen:
    """Jane's first award, with enough units for a Unit certificate of several pages."""
    with portal.db.write() as session:
        for position in range(4, 64):
            session.add(
                Unit(
                    qualification_id=portal.people.jane.awards[0].qualification_id,
                    code=f"U{position}",
                    title=f"Care unit {position}",
                    position=position,
                )
            )
    be(page, portal, portal.people.jane)
    screen = OnScreen(page)
    screen.open(portal.people.jane.awards[0].reference)
    return screen


def as_it_stands(portal: Portal, document: Document) -> Document:
    with portal.db.read() as session:
        return session.get_one(Document, document.id)


def events(portal: Portal, kind: EventKind) -> list[DocumentEvent]:
    with portal.db.read() as session:
        return list(session.exec(select(DocumentEvent).where(DocumentEvent.kind == kind)))


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
    wait_until_page_says(viewer.page, full, "viewer-box")
    expect(viewer.page.get_by_label("Document type")).to_be_visible()
    viewer.settings("Full screen")
    wait_until_page_says(viewer.page, full, None)


def wait_until_page_says(page: Page, expression: str, value: object) -> None:
    wait_until(lambda: page.evaluate(expression) == value, f"{expression} to be {value}")


@both_sizes
def test_downloads_until_the_limit_says_no(viewer: OnScreen, portal: Portal) -> None:
    page, certificate = viewer.page, portal.people.jane.certificate
    expect(page.get_by_text("3 of 3 downloads left")).to_be_visible()
    hashes = set()
    for left in ("2 of 3 downloads left", "1 of 3 downloads left", "No downloads left"):
        with page.expect_download() as saving:
            viewer.settings("Download")
        assert saving.value.suggested_filename == "certificate-D1643835-01-3DCE7K.pdf"
        saved = Path(saving.value.path()).read_bytes()
        hashes.add(sha256(saved).hexdigest())
        expect(page.get_by_role("status").filter(has_text=left)).to_be_visible()
        page.wait_for_timeout(2_000)  # A second click within two seconds is no second download.

    assert len(hashes) == 1
    assert "Jane Doe" in PdfReader(BytesIO(saved)).pages[0].extract_text()
    viewer.settings("Download")
    refusal = page.get_by_role("alert").filter(has_text="You have used all 3 downloads")
    expect(refusal).to_be_visible()
    expect(refusal.get_by_role("link", name="printed copy")).to_have_attribute(
        "href", "mailto:registry@localhost"
    )
    refusal.get_by_role("button", name="Ask for more").click()
    expect(page.get_by_text("We have asked your awarding body for more")).to_be_visible()
    with portal.db.read() as session:
        assert len(session.exec(select(MoreRequest)).all()) == 1
    assert as_it_stands(portal, certificate).downloads == 3
    assert {event.account_id for event in events(portal, EventKind.DOWNLOAD)} == {
        portal.people.jane.id
    }


def test_a_double_click_downloads_once(viewer: OnScreen, portal: Portal) -> None:
    viewer.page.get_by_role("button", name="Settings").click()
    with viewer.page.expect_download():
        viewer.page.get_by_role("button", name="Download").evaluate(
            "b => { b.click(); b.click(); }"
        )
    expect(viewer.page.get_by_role("status").filter(has_text="2 of 3")).to_be_visible()
    viewer.choose("Letter")
    viewer.expect_text("Teifi Awards")
    assert as_it_stands(portal, portal.people.jane.certificate).downloads == 1


def test_saving_by_keyboard_inside_the_viewer_is_counted_too(
    viewer: OnScreen, portal: Portal
) -> None:
    viewer.frame.locator("#viewerContainer").focus()
    with viewer.page.expect_download() as saving:
        viewer.page.keyboard.press("Control+s")
    saved = Path(saving.value.path()).read_bytes()
    assert sha256(saved).hexdigest() != sha256(seen_copy(viewer.page)).hexdigest()
    assert as_it_stands(portal, portal.people.jane.certificate).downloads == 1


def seen_copy(page: Page) -> bytes:
    return page.request.get("/api/documents/D1643835-01-3DCE7K/view.pdf").body()


@both_sizes
def test_pages_1_and_3_are_printed_and_counted_once(viewer: OnScreen, portal: Portal) -> None:
    page, paper = viewer.page, portal.people.jane.documents[1]
    viewer.choose("Unit certificate")
    viewer.expect_text("Care unit 1")
    viewer.settings("Print")
    dialog = page.get_by_role("dialog", name="Print")
    expect(dialog).to_contain_text("3 of 3 prints left")
    dialog.get_by_label("Pages to print:").fill("9")
    dialog.get_by_role("button", name="Print").click()
    expect(dialog).to_contain_text("Enter pages between 1 and")
    assert as_it_stands(portal, paper).prints == 0

    dialog.get_by_label("Pages to print:").fill("1,3")
    dialog.get_by_role("button", name="Print").click()

    expect(dialog).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="2 of 3 prints left")).to_be_visible()
    images = page.frame_locator("#print-frame").locator("img")
    expect(images).to_have_count(2)
    expect(images.nth(0)).to_have_attribute("alt", "Page 1")
    expect(images.nth(1)).to_have_attribute("alt", "Page 3")
    wait_until_page_says(page, "window.printed", 1)
    assert as_it_stands(portal, paper).prints == 1
    assert [event.pages for event in events(portal, EventKind.PRINT)] == ["1,3"]


def test_printing_by_keyboard_inside_the_viewer_asks_for_pages(viewer: OnScreen) -> None:
    viewer.frame.locator("#viewerContainer").focus()
    viewer.page.keyboard.press("Control+p")
    dialog = viewer.page.get_by_role("dialog", name="Print")
    expect(dialog.get_by_label("Pages to print:")).to_be_visible()
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_be_hidden()


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
