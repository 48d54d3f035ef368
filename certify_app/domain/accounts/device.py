"""Where somebody logs in from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Device:
    """Network address and browser, as they say it."""

    address: str = ""
    browser: str = ""
