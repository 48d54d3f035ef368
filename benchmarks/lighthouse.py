"""Lighthouse on a phone, the median of several runs, for pages with and without a login.

    .venv/bin/python benchmarks/lighthouse.py http://localhost:8000 --cookie certify=…

Lighthouse is fetched once with npm into build/lighthouse. Each run gets a Chromium of its own
that holds the cookie, since Lighthouse's extra headers do not reach the websocket.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from certify_app.build import node

VERSION = "12.8.2"
FOLDER = Path(__file__).resolve().parents[1] / "build" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices")
AUDITS = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
LEAST = 95


def install() -> None:
    if (FOLDER / "node_modules" / "lighthouse").exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["npm", "install", "--silent", "--no-save", f"lighthouse@{VERSION}"],
        cwd=FOLDER,
        env=node.environment(),
        check=True,
    )


@contextmanager
def chromium(cookie: str, address: str) -> Iterator[int]:
    """The debugging port of a fresh Chromium that holds the cookie."""
    port = _free_port()
    flags = ["--no-sandbox", f"--remote-debugging-port={port}", "--disable-background-networking"]
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=flags
        )
        if cookie:
            name, value = cookie.split("=", 1)
            context.add_cookies([{"name": name, "value": value, "url": address}])
        yield port
        context.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def run_once(url: str, cookie: str) -> dict[str, float]:
    """Scores out of 100 and timings in ms.

    Raises:
        RuntimeError: the page was another than asked for, or Lighthouse gave up.
    """
    with chromium(cookie, url) as port:
        done = subprocess.run(
            [
                FOLDER / "node_modules" / ".bin" / "lighthouse",
                url,
                f"--port={port}",
                "--output=json",
                "--quiet",
                "--disable-storage-reset",
                f"--only-categories={','.join(CATEGORIES)}",
            ],
            env=node.environment() | {"CI": "true"},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return _figures(json.loads(done.stdout), url)


def _figures(report: dict, url: str) -> dict[str, float]:  # type: ignore[type-arg]
    if report["finalDisplayedUrl"].rstrip("/") != url.rstrip("/"):
        raise RuntimeError(f"{url} led to {report['finalDisplayedUrl']}")
    scores = {name: report["categories"][name]["score"] * 100 for name in CATEGORIES}
    for name in CATEGORIES:
        for ref in report["categories"][name]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"    {url}: {name}: {audit['title']}", file=sys.stderr)
    return scores | {name: report["audits"][name]["numericValue"] for name in AUDITS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--cookie", default="")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", nargs="*", default=["/login", "/dashboard", "/documents"])
    chosen = parser.parse_args()
    install()
    result = {}
    for page in chosen.pages:
        cookie = "" if page == "/login" else chosen.cookie
        runs = [run_once(chosen.address + page, cookie) for _ in range(chosen.runs)]
        result[page] = {n: round(statistics.median(r[n] for r in runs), 2) for n in runs[0]}
    print(json.dumps({"load": os.getloadavg(), "median": result}, indent=1))
    fits = all(row[name] >= LEAST for row in result.values() for name in CATEGORIES)
    raise SystemExit(0 if fits else 1)


if __name__ == "__main__":
    main()
