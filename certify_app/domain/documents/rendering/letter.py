"""The letter: a confirmation of award on the awarding body's letterhead, A4 portrait."""

from __future__ import annotations

from dataclasses import replace

from certify_app.domain.documents.rendering.content import DocumentContent
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.errors import TooLongToPrint
from certify_app.domain.documents.rendering.fitting import Slot, fit, wrap
from certify_app.domain.documents.rendering.marks import PORTRAIT, Mark, Picture
from certify_app.domain.documents.rendering.ornament import (
    INK,
    MUTED,
    ground,
    qr_square,
    rule,
    strip,
)
from certify_app.domain.documents.rendering.phrase import phrase
from certify_app.domain.documents.rendering.placing import stacked, text
from certify_app.domain.documents.rendering.signing_off import (
    emblem,
    reference_beside_code,
    signature,
)
from certify_app.domain.documents.rendering.wording import Wording

PAPER = PORTRAIT
MIDDLE = PAPER.width / 2
LEFT, RIGHT = 66.0, PAPER.width - 66.0
WIDTH = RIGHT - LEFT
VALUE = LEFT + 148
SMALL_PRINT = Slot(WIDTH, 12, 7.2, 5.5, 3.5, 1)
BODY_END = 646.0
QR_SIDE = 80.0
_ADDRESS_LINES = 5


def shared(design: Design, _words: Wording) -> list[Mark]:
    return [
        ground(PAPER, "#ffffff"),
        *_emblem_at_left(design),
        *_letterhead(design),
        strip(LEFT, 128, WIDTH, PAPER, design),
        *phrase("recognition", design.recognition, "sans", SMALL_PRINT, MIDDLE, 800, MUTED),
        rule(LEFT, 796, WIDTH, PAPER, "#ddd6c4", 0.6),
    ]


def own(content: DocumentContent, design: Design, words: Wording) -> list[list[Mark]]:
    heading = design.letter_heading or words.letter_heading
    title = fit("letter_heading", heading, "display", Slot(WIDTH, 30, 22, 14, 8, 1))
    marks: list[Mark] = [
        text(f"{words.reference}: {content.document_reference}", "sans", 8.8, LEFT, 166, MUTED),
        text(words.salutation, "serif", 10.2, LEFT, 196, INK),
        text(title.lines[0], "display", title.size, LEFT, 232, design.brand, role="H1"),
    ]
    opening = words.letter_opening.format(
        learner=content.learner_name,
        awarding_body=design.awarding_body,
        day=words.day(content.award_date),
    )
    y = _paragraph(opening, 258, marks)
    y = _facts(content, words, y + 6, marks)
    y = _paragraph(words.letter_check, y + 22, marks)
    if y > BODY_END:
        raise TooLongToPrint("letter")
    return [[*marks, *_signed_off(content, design, words, y + 14)]]


def _emblem_at_left(design: Design) -> list[Mark]:
    marks = emblem(design, LEFT + 32, 76, 32, 150, PAPER)
    return [replace(mark, x=LEFT) if isinstance(mark, Picture) else mark for mark in marks]


def _letterhead(design: Design) -> list[Mark]:
    slot = Slot(WIDTH - 170, 22, 17, 10, 4, 1)
    name = fit("awarding_body", design.awarding_body, "display", slot)
    lines = [line.strip() for line in design.address.splitlines() if line.strip()]
    marks: list[Mark] = [
        text(name.lines[0], "display", name.size, RIGHT, 62, design.brand, "right")
    ]
    for place, line in enumerate(lines[:_ADDRESS_LINES]):
        shown = fit("address", line, "sans", Slot(WIDTH - 170, 11, 8, 6, 3.5, 1))
        y = 77 + place * 10.6
        marks.append(text(shown.lines[0], "sans", shown.size, RIGHT, y, MUTED, "right"))
    return marks


def _paragraph(words: str, y: float, marks: list[Mark]) -> float:
    """Adds the lines; returns the baseline below them."""
    lines = wrap(words, "serif", 10.2, WIDTH)
    marks += stacked(lines, 10.2, LEFT, y, 15.4, INK)
    return y + len(lines) * 15.4


def _facts(content: DocumentContent, words: Wording, top: float, marks: list[Mark]) -> float:
    """Adds the award's particulars, a row each; returns where they end."""
    y = top
    marks.append(rule(LEFT, y, WIDTH, PAPER, "#cfc6ae", 0.8))
    for label, value in _particulars(content, words):
        lines = wrap(value, "strong", 9.6, RIGHT - VALUE)
        marks.append(text(label, "sans", 8.8, LEFT, y + 13.6, MUTED))
        marks += stacked(lines, 9.6, VALUE, y + 13.6, 13, INK)
        y += len(lines) * 13 + 7
        marks.append(rule(LEFT, y, WIDTH, PAPER, "#e6dfce", 0.5))
    return y


def _particulars(content: DocumentContent, words: Wording) -> list[tuple[str, str]]:
    expiry = (words.expiry, words.no_expiry)
    if content.expiry_date:
        expiry = (words.expires_on, words.day(content.expiry_date))
    given = [
        (words.learner, content.learner_name),
        (words.enrolment_number, content.enrolment_number),
        (words.qualification, content.qualification_title),
        (words.qualification_number, content.qualification_code),
        (words.level, content.level),
        (words.grade, content.grade),
        (words.awarded_on, words.day(content.award_date)),
        expiry,
        (words.organisation, content.organisation),
        (words.award_reference, content.award_reference),
    ]
    return [(label, value) for label, value in given if value]


def _signed_off(content: DocumentContent, design: Design, words: Wording, y: float) -> list[Mark]:
    code = RIGHT - QR_SIDE + 8
    closing = design.letter_closing or words.letter_closing
    return [
        text(closing, "serif", 10.2, LEFT, y, INK),
        *signature(design, words, LEFT, y + 68, 176, PAPER),
        qr_square(content.verify_url, code, y + 18, QR_SIDE, PAPER),
        *reference_beside_code(content, words, code - 4, y + 56, 158, design),
    ]
