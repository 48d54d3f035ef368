"""Which pages of a document a person asks for, as "1,3-4"."""

from __future__ import annotations

import re

from certify_app.domain.documents.rendering.errors import BadPageChoice

_STRETCH = re.compile(r"\s*(\d{1,6})\s*(?:[-\u2013]\s*(\d{1,6})\s*)?", re.ASCII)
_LONGEST_CHOICE = 500


def choose_pages(text: str, count: int) -> list[int]:
    """Page numbers in order, each once; an empty choice is every page.

    Raises:
        BadPageChoice: anything but numbers and stretches between 1 and `count`.
    """
    if not text.strip():
        return list(range(1, count + 1))
    if len(text) > _LONGEST_CHOICE:
        raise BadPageChoice(count=count)
    return sorted({page for part in text.split(",") for page in _stretch(part, count)})


def _stretch(part: str, count: int) -> range:
    found = _STRETCH.fullmatch(part)
    if found is None:
        raise BadPageChoice(count=count)
    first = int(found[1])
    last = int(found[2] or first)
    if not 1 <= first <= last <= count:
        raise BadPageChoice(count=count)
    return range(first, last + 1)
