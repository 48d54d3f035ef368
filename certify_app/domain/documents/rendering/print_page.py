"""Chosen pages as one HTML page of images, for the browser's print dialogue."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from io import BytesIO

from certify_app.domain.documents.rendering.opened import opened

DOTS_PER_INCH = 200
_POINTS_PER_INCH = 72
_QUALITY = 88
_MOST_PIXELS = 12_000_000
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>
{sizes}
html,body{{margin:0;padding:0;background:#fff}}
img{{display:block;break-after:page;break-inside:avoid}}
img:last-child{{break-after:auto}}
</style></head><body>
{images}
</body></html>
"""


@dataclass(frozen=True)
class PageImage:
    """A page as JPEG; its size in points."""

    number: int
    jpeg: bytes
    width: float
    height: float


def print_page(pdf: bytes, pages: list[int], title: str) -> bytes:
    """The pages at 200 dpi, each on paper of its own size; no scripts, nothing fetched.

    Raises:
        UnreadableDocument: no PDF, or one that asks for a password.
    """
    images = page_images(pdf, pages)
    sizes = "\n".join(_size(image) for image in images)
    shown = "\n".join(_image(image) for image in images)
    html = _PAGE.format(title=escape(title), sizes=sizes, images=shown)
    return html.encode("utf-8", "replace")


def page_images(pdf: bytes, pages: list[int]) -> list[PageImage]:
    with opened(pdf) as document:
        return [_drawn(document[number - 1], number) for number in pages]


def _drawn(page: object, number: int) -> PageImage:
    width, height = page.get_size()  # type: ignore[attr-defined]
    scale = DOTS_PER_INCH / _POINTS_PER_INCH
    scale = min(scale, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale)  # type: ignore[attr-defined]
    jpeg = BytesIO()
    bitmap.to_pil().save(jpeg, "JPEG", quality=_QUALITY, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return PageImage(number, jpeg.getvalue(), width, height)


def _size(image: PageImage) -> str:
    box = f"{image.width:.2f}pt {image.height:.2f}pt"
    return (
        f"@page p{image.number}{{size:{box};margin:0}}"
        f"#p{image.number}{{page:p{image.number};width:{image.width:.2f}pt;"
        f"height:{image.height:.2f}pt}}"
    )


def _image(image: PageImage) -> str:
    data = b64encode(image.jpeg).decode()
    return (
        f'<img id="p{image.number}" alt="Page {image.number}" src="data:image/jpeg;base64,{data}">'
    )
