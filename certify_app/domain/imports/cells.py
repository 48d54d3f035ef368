"""One cell of text: what may stand in it, and how it is kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from certify_app.domain.documents.models import DocumentKind
from certify_app.domain.imports import problems
from certify_app.domain.imports.problems import shown
from certify_app.domain.names import fold

LONGEST_CELL = 5_000
LARGEST_LIMIT = 1_000
_JOINERS = "\u200c\u200d"
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE | re.ASCII)
_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"}


def clean_cell(text: str) -> str:
    """The text as it is kept: NFC, single spaces, none at the ends.

    Raises:
        BadCell: a formula, an error of Excel's, over 5,000 characters, or characters
            that cannot be seen.
    """
    if len(text) > LONGEST_CELL:
        raise problems.CellTooLong(length=len(text), most=LONGEST_CELL)
    text = " ".join(text.split())
    if text.startswith("="):
        raise problems.CellHoldsFormula(value=shown(text))
    if text in _ERRORS:
        raise problems.CellHoldsError(value=text)
    if text.isascii() and text.isprintable():
        return text
    _check_characters(text)
    return unicodedata.normalize("NFC", text)


def _check_characters(text: str) -> None:
    for character in text:
        if character == "\N{REPLACEMENT CHARACTER}":
            raise problems.CellLostCharacter
        invisible = unicodedata.category(character)[0] == "C"
        if invisible and character not in _JOINERS:
            raise problems.CellHoldsCharacter(character=problems.character_name(character))


def within(text: str, most: int) -> str:
    """Raises CellTooLong over `most` characters."""
    if len(text) > most:
        raise problems.CellTooLong(length=len(text), most=most)
    return text


def filled(text: str) -> str:
    """Raises CellEmpty."""
    if not text:
        raise problems.CellEmpty
    return text


@lru_cache(maxsize=4096)
def clean_code(text: str) -> str:
    """A code of a qualification or unit: upper case, at most 60 characters."""
    return within(_number(filled(text)), 60).upper()


def clean_number(text: str) -> str:
    """An enrolment number: as written, at most 60 characters, some letter or digit in it."""
    number = within(_number(filled(text)), 60)
    if len(fold(number)) > 60:
        raise problems.CellTooLong(length=len(fold(number)), most=60)
    return number


def _number(text: str) -> str:
    if _SHORTENED.fullmatch(text):
        raise problems.NumberShortened(value=shown(text))
    if not fold(text):
        raise problems.NumberWithoutDigits
    return text


def clean_title(text: str) -> str:
    return within(filled(text), 300)


def clean_kinds(text: str) -> str:
    """The kinds of documents, in the order of the model, each once.

    Raises:
        BadKind: a word that is none of them.
    """
    named = re.split(r"[\s,;|]+", text.casefold()) if text else []
    known = {kind.value for kind in DocumentKind}
    for word in named:
        if word not in known:
            raise problems.BadKind(value=shown(word))
    return " ".join(kind.value for kind in DocumentKind if kind.value in named)


def clean_limit(text: str) -> int | None:
    """Empty means the awarding body's own limit."""
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) > LARGEST_LIMIT:
        raise problems.BadLimit(most=LARGEST_LIMIT)
    return int(text)
