"""What holds for every page: one build for any address, a strict policy, our own 404."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, WebSocket, expect

from tests.browser.conftest import OpenPage
from tests.browser.people import both_sizes
from tests.browser.portal import Portal, served
from tests.browser.watch import Watch


def socket_of(page: Page, address: str) -> WebSocket:
    """The page's live connection, once a frame has come back on it."""
    with page.expect_websocket() as opened:
        page.goto(address)
    opened.value.wait_for_event("framereceived")
    return opened.value


@both_sizes
def test_the_first_page_opens_without_a_fault(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_one_build_serves_two_ports_and_both_names_of_this_machine(
    open_page: OpenPage, portal: Portal, tmp_path: Path
) -> None:
    with served(tmp_path) as second:
        for port in (portal.port, second.port):
            for host in ("localhost", "127.0.0.1"):
                live = socket_of(open_page(), f"http://{host}:{port}/")
                assert live.url.startswith(f"ws://{host}:{port}/_event")


def test_an_unknown_address_is_answered_with_404(page: Page, watch: Watch) -> None:
    watch.expect("status of 404")
    answer = page.goto("/no-such-page")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()


def test_pages_answer_with_and_without_a_slash(page: Page) -> None:
    for address in ("/cy", "/cy/"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200
        assert not answer.request.redirected_from
        expect(page.locator("html")).to_have_attribute("lang", "cy")
