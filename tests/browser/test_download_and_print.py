"""Guide 4.2.2, steps 3 to 11: downloading to the limit, and printing chosen pages."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from sqlmodel import select

from certify_app.domain.documents.models import Document, DocumentKind, EventKind, MoreRequest
from certify_app.domain.shop.models import Product
from tests.browser.people import both_sizes
from tests.browser.portal import Portal
from tests.browser.viewer import OnScreen, as_it_stands, events, open_viewer


@pytest.fixture
def viewer(page: Page, portal: Portal) -> OnScreen:
    return open_viewer(page, portal)


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


@both_sizes
def test_at_the_limit_a_printed_copy_is_one_click_away(page: Page, portal: Portal) -> None:
    with portal.db.write() as session:
        session.add(
            Product(
                code="replacement",
                name="Replacement Certificate",
                document_kind=DocumentKind.CERTIFICATE,
                price=1200,
            )
        )
        certificate = session.get_one(Document, portal.people.jane.certificate.id)
        certificate.downloads = certificate.download_limit
    viewer = open_viewer(page, portal)

    expect(page.get_by_text("No downloads left")).to_be_visible()
    viewer.settings("Download")
    page.get_by_role("alert").get_by_role("button", name="Order a printed copy").click()

    expect(page).to_have_url(f"{portal.address}/store")


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
    viewer.expect_page_saying("window.printed", 1)
    assert as_it_stands(portal, paper).prints == 1
    assert [event.pages for event in events(portal, EventKind.PRINT)] == ["1,3"]


def test_printing_by_keyboard_inside_the_viewer_asks_for_pages(viewer: OnScreen) -> None:
    viewer.frame.locator("#viewerContainer").focus()
    viewer.page.keyboard.press("Control+p")
    dialog = viewer.page.get_by_role("dialog", name="Print")
    expect(dialog.get_by_label("Pages to print:")).to_be_visible()
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_be_hidden()
