"""What a first visit costs in bytes, beside a bare Reflex page without Radix.

    .venv/bin/python benchmarks/first_load.py http://localhost:8000 --cookie certify=…

Builds the bare app once into build/bare-reflex, serves it with the same program, and asks
Chromium for each page with an empty cache. HTML, JavaScript and CSS count as they travel;
fonts and pictures are given apart.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.bare_reflex import served_bare_page

PAGES = ("/login", "/dashboard", "/documents")
COUNTED = {"Document", "Script", "Stylesheet"}
MOST = 1.25
MOST_FONTS = 70_000


@dataclass
class Load:
    """Bytes as they came over the wire, headers included, by kind of resource."""

    bytes_by_kind: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    requests: int = 0
    failed: list[str] = field(default_factory=list)
    landed: str = ""

    @property
    def counted(self) -> int:
        return sum(n for kind, n in self.bytes_by_kind.items() if kind in COUNTED)

    @property
    def fonts(self) -> int:
        return self.bytes_by_kind["Font"]


def measure(browser: Browser, address: str, cookie: str = "") -> Load:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    if cookie:
        name, value = cookie.split("=", 1)
        context.add_cookies([{"name": name, "value": value, "url": address}])
    page = context.new_page()
    load = Load()
    _listen(context.new_cdp_session(page), load)
    page.goto(address, wait_until="networkidle")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    load.landed = page.url
    context.close()
    return load


def _listen(debugger: CDPSession, load: Load) -> None:
    kinds: dict[str, str] = {}
    debugger.send("Network.enable")
    debugger.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def on_response(event: dict[str, object]) -> None:
        kinds[str(event["requestId"])] = str(event["type"])
        response = event["response"]
        assert isinstance(response, dict)
        if int(response["status"]) >= 400:
            load.failed.append(f"{response['status']} {response['url']}")

    def on_finished(event: dict[str, object]) -> None:
        kind = kinds.get(str(event["requestId"]), "Other")
        load.bytes_by_kind[kind] += int(float(str(event["encodedDataLength"])))
        load.requests += 1

    debugger.on("Network.responseReceived", on_response)
    debugger.on("Network.loadingFinished", on_finished)


def line(name: str, load: Load, bare: Load) -> dict[str, object]:
    """One row. A page that failed to load gives no figure."""
    if load.failed:
        return {"page": name, "failed": load.failed}
    return {
        "page": name,
        "landed": load.landed,
        "requests": load.requests,
        "bytes": load.counted,
        "times_bare": round(load.counted / bare.counted, 2),
        "fonts": load.fonts,
        "by_kind": dict(load.bytes_by_kind),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--cookie", default="", help="name=value of somebody logged in")
    parser.add_argument("--pages", nargs="*", default=PAGES)
    chosen = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with served_bare_page() as bare_address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        bare = measure(browser, bare_address)
        rows = [line("bare Reflex", bare, bare)]
        for page in chosen.pages:
            cookie = "" if page == "/login" else chosen.cookie
            rows.append(line(page, measure(browser, chosen.address + page, cookie), bare))
        browser.close()
    print(json.dumps(rows, indent=1))
    good = [r for r in rows if "failed" not in r and float(str(r["times_bare"])) <= MOST]
    fonts_fit = all(int(str(r.get("fonts", 0))) <= MOST_FONTS for r in rows)
    raise SystemExit(0 if len(good) == len(rows) and fonts_fit else 1)


if __name__ == "__main__":
    main()
