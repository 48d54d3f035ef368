"""Lets the browser keep the page that it shows when there is no connection."""

from __future__ import annotations

from typing import Any

from certify_app.components.script import js

LATER = """
if (!navigator.serviceWorker || navigator.serviceWorker.controller) return;
setTimeout(() => navigator.serviceWorker.register("/offline-worker.js").catch(() => {}), 4000);
"""


def keep_offline_page() -> Any:
    """For a shell's `on_mount`; it waits until the page has settled."""
    return js(LATER)
