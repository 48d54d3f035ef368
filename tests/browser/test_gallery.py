"""The gallery in demo mode: every component, at every size, light and dark, passes axe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import OpenPage
from tests.browser.portal import Portal, served


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    with served(tmp_path_factory.mktemp("demo"), CERTIFY_DEMO="true") as portal:
        yield portal


@pytest.fixture
def gallery(open_page: OpenPage, demo: Portal) -> Page:
    page = open_page()
    page.goto(f"{demo.address}/gallery")
    expect(page.locator(".brand-name").first).not_to_be_empty()
    expect(page.get_by_text("This is a demo")).to_be_visible()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_scrolls_sideways_and_axe_finds_nothing(
    open_page: OpenPage, demo: Portal, width: int, scheme: str
) -> None:
    page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(f"{demo.address}/gallery")
    expect(page.locator(".brand-name").first).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.classList.contains('dark')") == (
        scheme == "dark"
    )


def test_only_the_demo_says_so(page: Page) -> None:
    page.goto("/help")
    expect(page.locator(".brand-name").first).not_to_be_empty()
    expect(page.get_by_text("This is a demo")).to_be_hidden()


def test_the_gallery_is_not_there_without_demo_mode(page: Page) -> None:
    page.goto("/gallery")
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()


def test_wrong_fields_are_named_on_top_and_the_summary_has_the_focus(gallery: Page) -> None:
    gallery.get_by_role("button", name="Log in", exact=True).click()
    summary = gallery.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Enter your password").click()
    field = gallery.get_by_label("Password", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Error: Enter your password")


def test_what_was_typed_is_kept_when_another_field_is_wrong(gallery: Page) -> None:
    gallery.locator("#gallery-email").fill("jane.smith@example.org")
    gallery.get_by_role("button", name="Log in", exact=True).click()
    expect(gallery.get_by_role("link", name="Enter your password")).to_be_visible()
    expect(gallery.locator("#gallery-email")).to_have_value("jane.smith@example.org")


def test_a_password_can_be_shown_and_hidden(gallery: Page) -> None:
    field = gallery.locator("#gallery-password")
    field.fill("correct horse")
    gallery.get_by_role("button", name="Show password").click()
    expect(field).to_have_attribute("type", "text")
    gallery.get_by_role("button", name="Hide password").click()
    expect(field).to_have_attribute("type", "password")
    expect(field).to_have_value("correct horse")


@pytest.mark.parametrize(
    ("button", "title"),
    [("Open by itself", "Report Document Issue"), ("Open by a state", "Are you sure?")],
)
def test_a_dialog_keeps_the_focus_and_gives_it_back_on_escape(
    gallery: Page, button: str, title: str
) -> None:
    opener = gallery.get_by_role("button", name=button)
    opener.click()
    dialog = gallery.get_by_role("dialog", name=title)
    expect(dialog).to_be_visible()
    for _ in range(6):
        gallery.keyboard.press("Tab")
        assert gallery.evaluate(
            "!document.activeElement.closest('main') || !!document.activeElement.closest('dialog')"
        )
    gallery.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_dialog_opens_again_after_escape(gallery: Page) -> None:
    dialog = gallery.get_by_role("dialog", name="Are you sure?")
    for _ in range(2):
        gallery.get_by_role("button", name="Open by a state").click()
        expect(dialog).to_be_visible()
        gallery.keyboard.press("Escape")
        expect(dialog).to_be_hidden()


def test_a_menu_opens_by_keyboard_and_closes_on_escape(gallery: Page) -> None:
    trigger = gallery.get_by_role("button", name="Settings")
    trigger.focus()
    gallery.keyboard.press("Enter")
    item = gallery.get_by_role("button", name="Full screen")
    expect(item).to_be_visible()
    gallery.keyboard.press("Escape")
    expect(item).to_be_hidden()
    expect(trigger).to_be_focused()


def test_tabs_are_chosen_with_arrow_keys(gallery: Page) -> None:
    gallery.get_by_role("tab", name="Active", exact=True).focus()
    gallery.keyboard.press("ArrowRight")
    expect(gallery.get_by_role("tab", name="Inactive")).to_be_focused()
    expect(gallery.get_by_role("tabpanel", name="Inactive")).to_have_text(
        "What the tab shows: inactive"
    )


def test_a_filter_is_taken_off_by_its_chip(gallery: Page) -> None:
    gallery.get_by_role("button", name="Remove filter: Status: Processing").click()
    expect(gallery.get_by_role("button", name="Remove filter: Status")).to_have_count(0)
    gallery.get_by_role("button", name="Clear all").click()
    expect(gallery.get_by_role("button", name="Remove filter:")).to_have_count(0)


def test_the_skip_link_is_first_and_leads_to_the_content(gallery: Page) -> None:
    gallery.keyboard.press("Tab")
    expect(gallery.get_by_role("link", name="Skip to main content")).to_be_focused()
    gallery.keyboard.press("Enter")
    expect(gallery.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize("address", ["/help", "/cy/help"])
def test_the_first_load_brings_at_most_70_kb_of_fonts(
    page: Page, demo: Portal, address: str
) -> None:
    fonts: list[Response] = []
    page.on("response", lambda answer: fonts.append(answer) if _is_font(answer) else None)
    page.goto(demo.address + address, wait_until="networkidle")
    assert 0 < sum(len(font.body()) for font in fonts) <= 70_000


def _is_font(answer: Response) -> bool:
    return answer.url.endswith(".woff2")


def test_the_other_language_shows_the_same_page(gallery: Page) -> None:
    gallery.get_by_role("link", name="Cymraeg").click()
    gallery.wait_for_url("**/cy/gallery")
    expect(gallery.locator("html")).to_have_attribute("lang", "cy")
    gallery.get_by_role("link", name="English").click()
    gallery.wait_for_url("**/gallery")
    assert "/cy" not in gallery.url


def test_motion_stops_for_those_who_ask(open_page: OpenPage, demo: Portal) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(f"{demo.address}/gallery")
    running = (
        "document.getAnimations().filter(a => a.playState === 'running' && "
        "a.effect.getTiming().duration > 10).length"
    )
    expect(page.locator(".brand-name").first).not_to_be_empty()
    assert page.evaluate(running) == 0
