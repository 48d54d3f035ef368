"""Range requests, RFC 9110: one range is served, anything else gets the whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ONE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class Unsatisfiable(Exception):
    """A range that starts behind the end: answer 416."""


def wanted_range(headers: Mapping[str, str], size: int, etag: str) -> tuple[int, int] | None:
    """First and last byte asked for; None for the whole.

    Raises:
        Unsatisfiable: nothing of the file lies in the range.
    """
    match = _ONE.fullmatch(headers.get("range", "").strip())
    if match is None or match[0] == "bytes=-" or headers.get("if-range", etag) != etag:
        return None
    first, last = match.groups()
    if not first:
        return _ending(int(last), size)
    if int(first) >= size:
        raise Unsatisfiable
    end = min(int(last), size - 1) if last else size - 1
    return (int(first), end) if int(first) <= end else None


def _ending(length: int, size: int) -> tuple[int, int]:
    if length == 0 or size == 0:
        raise Unsatisfiable
    return max(0, size - length), size - 1
