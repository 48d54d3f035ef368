"""Matching of people's names and numbers: what may differ and still be the same."""

from __future__ import annotations

import unicodedata

from certify_app.domain.errors import DomainError
from certify_app.locales import N_

LONGEST_NAME = 100
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
    }
)


class BadName(DomainError):
    """A name that is empty, too long, or holds characters no name has."""

    sentence = N_("Enter the name in letters, with at most {longest} characters")


def fold(text: str) -> str:
    """What is left for comparison: no case, accents, hyphens, apostrophes or spaces.

    Letters of every script stay; "Siân O’Neill-Łyś" and "sian oneill lys" fold alike.
    """
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if unicodedata.category(c)[0] in "LN")


def fold_words(text: str) -> str:
    """The words of a text, each folded, for searching by their beginnings."""
    return " ".join(filter(None, (fold(word) for word in text.replace("-", " ").split())))


def same_name(one: str, other: str) -> bool:
    return bool(fold(one)) and fold(one) == fold(other)


def clean_name(text: str, field: str = "") -> str:
    """The name as it will be kept: NFC, single spaces, no control characters.

    Raises:
        BadName: no letter in it, over 100 characters, or control and
            direction-override characters in it.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if len(name) > LONGEST_NAME or not fold(name) or not all(map(_allowed, name)):
        raise BadName(field, longest=LONGEST_NAME)
    return name


def _allowed(character: str) -> bool:
    joiners = "\u200c\u200d"
    return character in joiners or unicodedata.category(character)[0] != "C"
