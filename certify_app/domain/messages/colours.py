"""Colours of a mail: an awarding body's own, and text on them that can be read."""

from __future__ import annotations

INK = "#14213a"
WHITE = "#ffffff"


def readable_on(background: str) -> str:
    """White or ink, whichever has the higher contrast (WCAG 2.2, 1.4.3)."""
    return max(WHITE, INK, key=lambda text: contrast(text, background))


def lighter(colour: str, share: float = 0.6) -> str:
    """Mixed with white, for links on a dark ground."""
    mixed = (round(c + (255 - c) * share) for c in _channels(colour))
    return "#" + "".join(f"{c:02x}" for c in mixed)


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(c / 255) for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[int, int, int]:
    digits = colour.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
