"""Before the login ends by itself there is a warning, and a way to stay."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import be
from tests.browser.portal import Portal

QUESTION = "Are you still there?"


@pytest.fixture
def jane(page: Page, portal: Portal) -> Page:
    """Jane on her profile, with the browser's clock in our hand."""
    be(page, portal, portal.people.jane)
    page.clock.install()
    page.goto("/profile")
    expect(page.get_by_role("button", name="Hi, Jane")).to_be_visible()
    expect(page.locator("[data-counting]")).to_be_attached()
    return page


def test_nothing_is_asked_while_there_is_time(jane: Page) -> None:
    jane.clock.fast_forward("27:00")
    expect(jane.get_by_role("dialog", name=QUESTION)).to_be_hidden()


def test_before_the_end_one_can_stay(jane: Page) -> None:
    jane.clock.fast_forward("28:30")
    dialog = jane.get_by_role("dialog", name=QUESTION)
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Stay signed in").click()
    expect(dialog).to_be_hidden()
    jane.clock.fast_forward("10:00")
    expect(dialog).to_be_hidden()


def test_who_does_not_answer_is_led_to_the_login(jane: Page) -> None:
    jane.clock.fast_forward("31:00")
    jane.wait_for_url("**/login?problem=ended")
