"""What is wrong in one row: the line, the column, and what to do about it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from certify_app.domain.errors import DomainError
from certify_app.locales import N_

LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """`column` is the header as the file has it; `line` counts from 1, headers included."""

    line: int
    column: str
    value: str
    sentence: str


def shown(value: str) -> str:
    """A value fit for a sentence, a terminal and a CSV: short, nothing invisible."""
    text = "".join(_visible(c) for c in value[:LONGEST_SHOWN])
    return f"{text}…" if len(value) > LONGEST_SHOWN else text


def _visible(character: str) -> str:
    if character == " " or character.isprintable():
        return character
    return f"[U+{ord(character):04X}]"


def character_name(character: str) -> str:
    """Such as “U+202E (right-to-left override)”."""
    name = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} ({name})"


class BadCell(DomainError):
    """One cell that cannot be taken."""


class CellEmpty(BadCell):
    sentence = N_("Fill in this cell")


class CellTooLong(BadCell):
    sentence = N_("Shorten this cell: it has {length} characters and the most is {most}")


class CellHoldsFormula(BadCell):
    sentence = N_("Put the value in place of the formula {value}: formulas are never worked out")


class CellHoldsError(BadCell):
    sentence = N_("Put the value in place of Excel’s error {value}")


class CellHoldsCharacter(BadCell):
    sentence = N_("Remove the character {character}, which cannot be seen, and check the text")


class CellLostCharacter(BadCell):
    sentence = N_(
        "A character was lost here when the file was made and stands as �. Write the text again"
    )


class CharacterNotDrawn(BadCell):
    sentence = N_(
        "Our fonts cannot draw {characters}, so no certificate can be made. "
        "Write it with other letters"
    )


class NumberShortened(BadCell):
    sentence = N_(
        "Excel has shortened this number to {value}. Format the column as text, "
        "write the number in full and export again"
    )


class NumberWithoutDigits(BadCell):
    sentence = N_("Write the number in letters and digits")


class BadKind(BadCell):
    sentence = N_(
        "{value} is not a document. Use certificate, unit_certificate, letter or "
        "workbook, with spaces between them"
    )


class BadLimit(BadCell):
    sentence = N_("Write a whole number from 0 to {most}, or leave the cell empty")


class TooManyCells(BadCell):
    sentence = N_("This row has more cells than there are headers: see {value}")


class PersonDiffers(BadCell):
    sentence = N_(
        "Lines {first} and {line} give enrolment number {number} to different people: "
        "names or dates of birth differ. Correct one of them"
    )


class PersonIsAnother(BadCell):
    sentence = N_(
        "Enrolment number {number} belongs to somebody else in the records: both names "
        "and the date of birth differ. Check the number"
    )


class ReferenceTwice(BadCell):
    sentence = N_(
        "Reference {reference} stands on lines {first} and {line}. Every award needs its own"
    )


class ReferenceTaken(BadCell):
    sentence = N_("Reference {reference} belongs to another award in the records. Check it")


class AwardTwice(BadCell):
    sentence = N_(
        "Lines {first} and {line} are the same award: learner, qualification and award "
        "date agree. Remove one, or give each its reference"
    )


class AwardUnclear(BadCell):
    sentence = N_(
        "The records hold several awards of this qualification to this learner on this "
        "date. Give the reference of the one you mean"
    )


class QualificationDiffers(BadCell):
    sentence = N_(
        "Lines {first} and {line} give qualification {code} different titles or levels. "
        "Make them agree"
    )


class QualificationIsAnother(BadCell):
    sentence = N_(
        "Qualification {code} is “{title}” ({level}) in the records. Write it so here, or "
        "change the records with a qualifications file that has a qualification_title column"
    )


class UnitTwice(BadCell):
    sentence = N_("Unit {code} of this qualification is already on line {first}. Remove one")


class QualificationTwice(BadCell):
    sentence = N_("Qualification {code} is already on line {first}. Remove one")
