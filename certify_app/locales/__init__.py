"""Every word a person reads passes through here.

English is the key. A catalogue beside this module (`cy/LC_MESSAGES/certify.po`)
gives the other languages; a missing entry falls back to English, and `make check`
fails on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = {"en": "English", "cy": "Cymraeg"}
_spoken: ContextVar[str] = ContextVar("spoken", default="en")


def language() -> str:
    """The language being spoken now, such as "en"."""
    return _spoken.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language while the block runs; an unknown one counts as English."""
    token = _spoken.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        _spoken.reset(token)


def _(text: str, **params: object) -> str:
    """The text in the language being spoken, with `{name}` parameters filled in."""
    said = catalogue(language()).get(text) or text
    return said.format(**params) if params else said


def N_(text: str) -> str:
    """Mark a text for the catalogues where it is declared; `_` speaks it later."""
    return text


def plural(one: str, many: str, count: int, **params: object) -> str:
    """The form that fits the count; `{count}` is filled in.

    English and Welsh catalogues give the forms as `one|many` entries.
    """
    return _(one if count == 1 else many, count=count, **params)


@cache
def catalogue(code: str) -> dict[str, str]:
    """English to the other language; empty for English itself."""
    path = Path(__file__).parent / code / "LC_MESSAGES" / "certify.po"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id and m.string}
