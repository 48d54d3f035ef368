"""Addresses by language: English at /orders, Welsh at /cy/orders."""

from __future__ import annotations

from certify_app.locales import LANGUAGES, language

DEFAULT = "en"


def localised(path: str, code: str | None = None) -> str:
    """The address of a page in a language; in the one being spoken when none is given."""
    code = code or language()
    return path if code == DEFAULT else f"/{code}{path.rstrip('/')}"


def language_of(path: str) -> str:
    """The language of an address: "cy" for /cy/orders."""
    first = path.strip("/").split("/", 1)[0]
    return first if first in LANGUAGES else DEFAULT


def without_language(path: str) -> str:
    """The English address of a page: "/orders" for /cy/orders/."""
    code = language_of(path)
    plain = path if code == DEFAULT else path.strip("/").removeprefix(code)
    return "/" + plain.strip("/")
