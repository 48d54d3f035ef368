"""Browser tests: Certify in a process of its own, Chromium, and nothing wrong unnoticed.

`page` is a desktop; a test marked `@both_sizes` runs on a phone too; `open_page` opens
further browsers for further people. Each test starts with the people of tests/people.py
and ends with axe on every open page.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.accessibility import findings
from tests.browser.portal import Portal, served
from tests.browser.watch import Watch

expect.set_options(timeout=10_000)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
]
SIZES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    },
}
SHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
OpenPage = Callable[..., Page]
OUTCOME = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow ones last."""
    items.sort(key=lambda item: Path(__file__).parent in item.path.parents)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: Any) -> Any:
    """Remember for `open_page` whether the test itself went well."""
    report = yield
    if report.when == "call":
        item.stash[OUTCOME] = report.passed
    return report


@pytest.fixture(scope="package")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    with served(tmp_path_factory.mktemp("portal")) as portal:
        yield portal


@pytest.fixture
def portal(running: Portal) -> Portal:
    running.renew()
    return running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Gone before other tests start: Playwright's event loop would be in their way."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.fail("Chromium is not installed: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, browser: Browser, portal: Portal, watch: Watch
) -> Iterator[OpenPage]:
    """`open_page("phone")`: a new browser with no cookies, at the portal's address."""
    pages: list[Page] = []

    def open_one(size: str = "desktop", **options: Any) -> Page:
        defaults = {"base_url": portal.address, "locale": "en-GB"} | SIZES[size]
        context = browser.new_context(**(defaults | options))
        context.set_default_timeout(10_000)
        page = context.new_page()
        watch.attach(page)
        pages.append(page)
        return page

    yield open_one
    try:
        if request.node.stash.get(OUTCOME, False):
            assert not watch.unexpected(), "\n".join(watch.unexpected())
            for page in (p for p in pages if p.url != "about:blank"):
                assert not (found := findings(page)), f"{page.url}\n" + "\n".join(found)
        else:
            _keep_pictures(request.node.name, pages)
    finally:
        for page in pages:
            page.context.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    return open_page(getattr(request, "param", "desktop"))


@pytest.fixture
def plain_page(browser: Browser, portal: Portal) -> Iterator[Page]:
    """A browser without JavaScript, which axe and the watch would need."""
    context = browser.new_context(base_url=portal.address, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def shoot(request: pytest.FixtureRequest) -> Callable[[Page, str], Path]:
    """`shoot(page, "login")` keeps a picture in build/screenshots."""

    def take(page: Page, name: str) -> Path:
        width = (page.viewport_size or {"width": 0})["width"]
        path = SHOTS / f"{name}-{width}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return take


def _keep_pictures(test: str, pages: list[Page]) -> None:
    for number, page in enumerate(pages):
        page.screenshot(path=SHOTS / f"failed-{test}-{number}.png", full_page=True)
