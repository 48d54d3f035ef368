"""What is kept of an error: enough to find its cause, nothing personal."""

from __future__ import annotations

import re
import traceback

from certify_app.domain.errors import DomainError

LONGEST = 1000
_ADDRESS = re.compile(r"[^\s<>@,;:\"']+@[^\s<>@,;:\"']+")


def problem_of(error: Exception) -> str:
    """The sentence of an error of ours; of any other its kind and place.

    Messages of foreign errors are left out, for they quote data.
    """
    if isinstance(error, DomainError):
        return without_addresses(str(error))[:LONGEST]
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {_short(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"[:LONGEST]


def without_addresses(text: str) -> str:
    return _ADDRESS.sub("(address)", text)


def _short(filename: str) -> str:
    return "/".join(filename.split("/")[-3:])
