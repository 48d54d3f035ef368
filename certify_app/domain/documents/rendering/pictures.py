"""The design's images, decoded once and kept as fpdf2 writes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from fpdf import FPDF
from PIL import Image

from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.errors import UnreadableImage

_MOST_PIXELS = 40_000_000
_LONGEST_SIDE = 1200
_NAMES = ("logo", "signature")


@dataclass(frozen=True)
class KeptPicture:
    """fpdf2's description of an image, and its shape as width over height."""

    number: int
    info: dict[str, Any]
    ratio: float


@lru_cache(maxsize=32)
def pictures(logo: bytes | None, signature: bytes | None) -> dict[str, KeptPicture]:
    """The images a design has, by name.

    Raises:
        UnreadableImage: bytes that are no image, or far too large a one.
    """
    given = zip(_NAMES, (logo, signature), strict=True)
    return {
        name: _kept(name, number, image)
        for number, (name, image) in enumerate(given, start=1)
        if image is not None
    }


def pictures_of(design: Design) -> dict[str, KeptPicture]:
    return pictures(design.logo, design.signature)


def _kept(name: str, number: int, image: bytes) -> KeptPicture:
    picture = _opened(name, image)
    page = FPDF()
    page.add_page()
    info = dict(page.image(picture, w=10))
    info |= {"i": number, "usages": 1}
    return KeptPicture(number, info, picture.width / picture.height)


def _opened(name: str, image: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(image))
        if picture.width * picture.height > _MOST_PIXELS:
            raise UnreadableImage(name)
        picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
        return picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableImage(name) from error
