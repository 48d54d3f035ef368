"""Gives our words to Reflex's bar for a page that is older than the server."""

from __future__ import annotations

import json
import re
from pathlib import Path

from certify_app.locales import LANGUAGES, N_, _, speaking

THEIRS = "A new version of this app is available."
OURS = N_("A new version is ready.")
LITERAL = re.compile(rf"""(?P<quote>[`"']){re.escape(THEIRS)}(?P=quote)""")


class BannerNotFoundError(RuntimeError):
    """Reflex has changed what it says; see docs/decisions."""


def rewrite(static_dir: Path) -> None:
    """Raises BannerNotFoundError."""
    modules = [m for m in sorted(static_dir.glob("assets/*.js")) if THEIRS in m.read_text()]
    if not modules:
        raise BannerNotFoundError(THEIRS)
    for module in modules:
        module.write_text(in_page_language(module.read_text()))


def in_page_language(source: str) -> str:
    """The module's source, saying it in the language of the page."""
    return LITERAL.sub(lambda _match: _expression(), source)


def _expression() -> str:
    said = {}
    for code in LANGUAGES:
        with speaking(code):
            said[code] = _(OURS)
    words = json.dumps(said, ensure_ascii=False)
    return f"({words}[document.documentElement.lang]||{json.dumps(OURS)})"
