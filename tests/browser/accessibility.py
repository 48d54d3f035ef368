"""axe on a page as it stands, by the rules of WCAG 2.2 AA and axe's best practices."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONGEST = 60_000
"""Milliseconds; axe never answers where a page's scripts are switched off."""
OPTIONS = {"runOnly": TAGS, "iframes": False, "resultTypes": ["violations"]}


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def findings(page: Page) -> list[str]:
    """One line a finding, with the elements it is about.

    The debugger runs axe, since the page's content policy would refuse it.
    """
    debugger = page.context.new_cdp_session(page)
    try:
        debugger.send("Runtime.evaluate", {"expression": _axe()}, timeout=LONGEST)
        answer = debugger.send(
            "Runtime.evaluate",
            {
                "expression": f"axe.run(document, {json.dumps(OPTIONS)})",
                "awaitPromise": True,
                "returnByValue": True,
            },
            timeout=LONGEST,
        )
    finally:
        debugger.detach()
    return [_line(found) for found in answer["result"]["value"]["violations"]]


def _line(found: dict[str, Any]) -> str:
    where = "; ".join(" ".join(map(str, node["target"])) for node in found["nodes"])
    return f"{found['id']} ({found['impact']}): {found['help']} — {where}"
