"""The viewer as a learner meets it: our bar, and pdf.js's own controls in their frame."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect
from sqlmodel import select

from certify_app.domain.awards.models import Unit
from certify_app.domain.documents.models import Document, DocumentEvent, EventKind
from tests.browser.people import be
from tests.browser.portal import Portal
from tests.waiting import wait_until

PRINTS = "window.print = () => { top.printed = (top.printed || 0) + 1; };"
"""Run in every frame: counts the print dialogues that would open."""


class OnScreen:
    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, reference: str) -> None:
        self.page.add_init_script(PRINTS)
        self.page.goto(f"/documents/{reference}")
        self.wait()

    @property
    def frame(self) -> FrameLocator:
        return self.page.frame_locator("iframe[title='Document']")

    def wait(self) -> None:
        """Until a page is painted."""
        expect(self.page.locator("#document[data-painted]")).to_be_attached(timeout=20_000)

    def expect_text(self, words: str) -> None:
        """In the text layer of the first page, where it can be selected and read aloud."""
        expect(self.frame.locator(".textLayer").first).to_contain_text(words, timeout=20_000)

    def button(self, name: str) -> Locator:
        return self.frame.get_by_role("button", name=name, exact=True)

    def option(self, name: str) -> None:
        """One of "Page options", which close by themselves."""
        options = self.button("Page options")
        if options.get_attribute("aria-expanded") != "true":
            options.click()
        menu = self.frame.locator("#secondaryToolbar")
        menu.get_by_role("radio", name=name, exact=True).or_(
            menu.get_by_role("button", name=name, exact=True)
        ).click()

    def says(self, what: str) -> Any:
        """What pdf.js itself says of its viewer, such as `scrollMode`."""
        return self.page.locator("#document").evaluate(
            "(e, what) => e.iframe.contentWindow.PDFViewerApplication.pdfViewer[what]", what
        )

    def expect_saying(self, what: str, value: Any) -> None:
        wait_until(lambda: self.says(what) == value, f"{what} to be {value}")

    def expect_page_saying(self, expression: str, value: Any) -> None:
        """Of the page around the viewer."""
        wait_until(lambda: self.page.evaluate(expression) == value, f"{expression} to be {value}")

    def settings(self, choice: str) -> None:
        self.page.get_by_role("button", name="Settings").click()
        self.page.get_by_role("button", name=choice, exact=True).click()

    def choose(self, kind: str) -> None:
        self.page.get_by_label("Document type").select_option(label=kind)


def open_viewer(page: Page, portal: Portal) -> OnScreen:
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
