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
    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture = Image.fromarray(made.to_image(scale=1, add_quiet_zones=False))
    side = picture.width
    pixels = picture.convert("L").tobytes()
    parts = []
    for row in range(side):
        dark = [value < 128 for value in pixels[row * side : (row + 1) * side]]
        y = QUIET_ZONE + side - 1 - row
        parts += [f"{QUIET_ZONE + x} {y} {n} 1 re" for x, n in _stretches(dark)]
    return " ".join(parts) + " f", side + 2 * QUIET_ZONE


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
