"""Pages to print: what was asked for, held against the document, and the page that prints.

Takes CPU time, as `drawing` does.
"""

from __future__ import annotations

from certify_app.domain.documents.drawing import count_pages, original
from certify_app.domain.documents.errors import OnlyOnePage
from certify_app.domain.documents.find_master import Master
from certify_app.domain.documents.rendering import BadPageChoice, choose_pages, print_page

LONGEST_CHOICE = 200


def check_pages(master: Master, choice: str) -> str:
    """The choice without its spaces, such as "1,3-4"; empty for every page.

    Raises:
        BadPageChoice, OnlyOnePage: no pages of this document.
    """
    count = count_pages(master)
    plain = "".join(choice[: LONGEST_CHOICE + 1].split())
    if count == 1 and plain not in {"", "1"}:
        raise OnlyOnePage
    if len(plain) > LONGEST_CHOICE:
        raise BadPageChoice(count=count)
    choose_pages(plain, count)
    return plain


def printed(master: Master, pages: str) -> bytes:
    """An HTML page with an image of each page, for the browser to print."""
    pdf = original(master)
    title = master.file_name.removesuffix(".pdf")
    return print_page(pdf, choose_pages(pages, count_pages(master)), title)
