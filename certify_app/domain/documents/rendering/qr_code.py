"""A QR code as one path of rectangles (ISO/IEC 18004), sharp at any size."""

from __future__ import annotations

from functools import lru_cache

import zxingcpp
from PIL import Image

QUIET_ZONE = 4


@lru_cache(maxsize=256)
def qr_path(address: str) -> tuple[str, int]:
    """Path operators of one point a module from the bottom left, and the modules' number.

    The quiet zone of four modules is counted in; error correction is level M.
    """
    rows = qr_rows(address)
    side = len(rows)
    parts = []
    for row, stretches in enumerate(rows):
        y = QUIET_ZONE + side - 1 - row
        parts += [f"{QUIET_ZONE + x} {y} {n} 1 re" for x, n in stretches]
    return " ".join(parts) + " f", side + 2 * QUIET_ZONE


def qr_drawing(text: str) -> tuple[str, int]:
    """The same for SVG, from the top left; not remembered, for what is secret."""
    rows = qr_rows(text)
    parts = [
        f"M{QUIET_ZONE + x} {QUIET_ZONE + y}h{n}v1h-{n}z"
        for y, stretches in enumerate(rows)
        for x, n in stretches
    ]
    return "".join(parts), len(rows) + 2 * QUIET_ZONE


def qr_rows(text: str) -> list[list[tuple[int, int]]]:
    """From the top, each row's dark stretches: where they start and how long they are."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture = Image.fromarray(made.to_image(scale=1, add_quiet_zones=False))
    side = picture.width
    pixels = picture.convert("L").tobytes()
    return [
        _stretches([value < 128 for value in pixels[row * side : (row + 1) * side]])
        for row in range(side)
    ]


def _stretches(row: list[bool]) -> list[tuple[int, int]]:
    """Starts and lengths of the dark stretches."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found
