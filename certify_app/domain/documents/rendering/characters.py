"""Which characters may be printed: those with a glyph that nobody can be misled by."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from fontTools.unicodedata import script

from certify_app.domain.documents.rendering.errors import CannotRender, NothingToPrint
from certify_app.domain.documents.rendering.shaping import (
    NoGlyph,
    clusters,
    is_attached,
    typeface_of,
)

_JOINERS = "\u200c\u200d"
_JOINING_SCRIPTS = {"Arab", "Syrc", "Mong"}
_NEVER_PRINTED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_SPACES = " \u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_MOST_MARKS = 4


@lru_cache(maxsize=4096)
def missing_characters(text: str) -> str:
    """The characters that cannot be printed, each once; empty if all can.

    Beside those without a glyph: control, format and direction characters, joiners
    where nothing joins, marks without a letter and more than four marks on one.
    """
    found = (_unprintable(c) for c in clusters(_composed(text)))
    return "".join(dict.fromkeys("".join(found)))


def printable(field: str, text: str) -> str:
    """The text as it is printed: composed, with single spaces.

    Raises:
        CannotRender: naming the field and the characters.
    """
    missing = missing_characters(text)
    if missing:
        raise CannotRender(field, characters=described(missing))
    return " ".join(_composed(text).split())


def printable_and_present(field: str, text: str) -> str:
    printed = printable(field, text)
    if not printed:
        raise NothingToPrint(field)
    return printed


def described(characters: str) -> str:
    """Each character with its code point, or the code point alone if invisible."""
    return ", ".join(
        f"{c} (U+{ord(c):04X})" if c.isprintable() else f"U+{ord(c):04X}" for c in characters
    )


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _unprintable(cluster: str) -> str:
    if cluster in _SPACES:
        return ""
    controls = "".join(c for c in cluster if _is_refused(c, cluster[0]))
    if controls:
        return controls
    marks = sum(is_attached(c) for c in cluster)
    if is_attached(cluster[0]) or (marks and cluster[0].isspace()):
        return cluster
    if marks > _MOST_MARKS:
        return cluster[1:]
    try:
        typeface_of(cluster, "sans")
    except NoGlyph:
        return cluster
    return ""


def _is_refused(character: str, letter: str) -> bool:
    if character in _JOINERS:
        return script(letter) not in _JOINING_SCRIPTS
    return unicodedata.category(character) in _NEVER_PRINTED
