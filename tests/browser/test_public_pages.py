"""What anybody may read, the front door, and what shows when something is wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import be, both_sizes
from tests.browser.portal import Portal
from tests.browser.watch import Watch

TITLES = {
    "Help and contact": "Cymorth a chysylltu",
    "Privacy notice": "Hysbysiad preifatrwydd",
    "Accessibility statement": "Datganiad hygyrchedd",
    "Cookie statement": "Datganiad cwcis",
    "Terms of use": "Telerau defnyddio",
}


def footer(page: Page) -> dict[str, str]:
    links = page.get_by_role("contentinfo").get_by_role("listitem").get_by_role("link").all()
    return {link.inner_text(): link.get_attribute("href") or "" for link in links}


@both_sizes
def test_every_page_of_the_footer_is_there_in_both_languages(page: Page) -> None:
    page.goto("/help")
    for address, title in zip(
        ("/help", "/privacy", "/accessibility", "/cookies", "/terms"), TITLES, strict=True
    ):
        assert address in footer(page).values()
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.goto(f"/cy{address}")
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[title])
        page.goto(address)


@both_sizes
def test_the_front_door_leads_to_login_registration_and_checks(page: Page) -> None:
    page.goto("/")
    ways = page.get_by_role("main").get_by_role("listitem").get_by_role("link")
    targets = [way.get_attribute("href") for way in ways.all()]
    assert targets == ["/login", "/register", "/verify"]


def test_who_is_logged_in_is_led_past_the_front_door(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/cy")
    page.wait_for_url("**/cy/dashboard")


@both_sizes
def test_no_link_of_the_portals_frame_leads_nowhere(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/profile")
    expect(page.get_by_role("button", name="Hi, Jane")).to_be_visible()
    frame = page.locator("header a, nav a, footer a")
    addresses = {link.get_attribute("href") or "" for link in frame.all()}
    for address in addresses:
        assert page.request.get(address).status == 200, address


def test_the_menu_leads_to_the_profile_and_out(page: Page, portal: Portal) -> None:
    be(page, portal, portal.people.jane)
    page.goto("/dashboard")
    page.get_by_role("button", name="Hi, Jane").click()
    page.get_by_role("link", name="View and edit my profile").click()
    page.wait_for_url("**/profile")
    page.get_by_role("button", name="Hi, Jane").click()
    page.locator("#account-menu").get_by_role("button", name="Logout").click()
    page.wait_for_url("**/login**")


def test_a_device_without_a_connection_shows_a_page_of_ours(page: Page, watch: Watch) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED")
    page.goto("/help")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.context.set_offline(True)
    page.goto("/privacy", wait_until="commit")
    expect(page.get_by_role("heading", name="You are offline")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", name="Privacy notice")).to_be_visible()


NO_SOCKET = """
window.WebSocket = class extends WebSocket {
  constructor(address) { super(address.replace("/_event", "/nothing-there")); }
};
"""


@pytest.mark.parametrize(
    ("address", "words"),
    [("/help", "The connection is lost"), ("/cy/help", "Collwyd y cysylltiad")],
)
def test_a_lost_connection_is_said_on_the_page(
    page: Page, watch: Watch, address: str, words: str
) -> None:
    watch.expect("WebSocket")
    page.add_init_script(NO_SOCKET)
    page.goto(address)
    expect(page.get_by_role("alert").filter(has_text=words)).to_be_visible(timeout=20_000)
