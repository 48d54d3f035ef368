"""References in the addresses of pages and files.

Imported references may hold a slash, which would split an address in two; no
reference holds "~", so that stands for it.
"""

from __future__ import annotations

from certify_app.domain.references import BadReference, clean_reference


def in_address(reference: str) -> str:
    return reference.replace("/", "~")


def from_address(part: str) -> str:
    """The reference an address names; "" for what no reference can be."""
    try:
        return clean_reference(part.replace("~", "/"))
    except BadReference:
        return ""


def view_address(reference: str) -> str:
    return f"/api/documents/{in_address(reference)}/view.pdf"


def download_address(token: str) -> str:
    return f"/api/documents/download/{token}"


def print_address(token: str) -> str:
    return f"/api/documents/print/{token}"
