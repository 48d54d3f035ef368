"""The unit certificate: A4 portrait, as many pages as its units need."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from certify_app.domain.documents.rendering.content import DocumentContent
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.fitting import Slot, fit
from certify_app.domain.documents.rendering.marks import PORTRAIT, Mark
from certify_app.domain.documents.rendering.ornament import (
    INK,
    IVORY,
    MUTED,
    divider,
    frame,
    ground,
    mixed,
    qr_square,
    rule,
    watermark_rosette,
)
from certify_app.domain.documents.rendering.phrase import phrase
from certify_app.domain.documents.rendering.placing import centred, text
from certify_app.domain.documents.rendering.signing_off import (
    emblem,
    reference_beside_code,
    signature,
)
from certify_app.domain.documents.rendering.unit_table import Row, header, measured, rows
from certify_app.domain.documents.rendering.wording import Wording

PAPER = PORTRAIT
MIDDLE = PAPER.width / 2
LEFT, RIGHT = 62.0, PAPER.width - 62.0
WIDTH = RIGHT - LEFT
HEADING = Slot(WIDTH, 40, 29, 18, 11, 1)
PHRASE = Slot(WIDTH, 18, 12, 8, 6, 1)
NAME = Slot(WIDTH - 20, 52, 29, 17, 8, 3, leading=1.16)
TITLE = Slot(WIDTH - 20, 46, 16, 12, 6.5, 3, leading=1.24)
RUNNING = Slot(WIDTH, 14, 9, 7, 3.2, 1)
SMALL_PRINT = Slot(WIDTH, 12, 7, 5.5, 3.5, 1)
FIRST_TABLE, NEXT_TABLE = 384.0, 206.0
TABLE_END, SIGNED_TABLE_END = 762.0, 640.0
QR_SIDE = 78.0


def shared(design: Design, words: Wording) -> list[Mark]:
    heading = design.unit_certificate_heading or words.unit_certificate_heading
    head = partial(phrase, "unit_certificate_heading", heading, "display", HEADING)
    pale = mixed(IVORY, design.gold, 0.13)
    return [
        ground(PAPER),
        watermark_rosette(MIDDLE, PAPER.height / 2 - 40, 190, pale),
        *frame(PAPER, design, 19, 19),
        *emblem(design, MIDDLE, 79, 26, 150, PAPER),
        *head(MIDDLE, 110, design.brand, "H1"),
        *phrase("recognition", design.recognition, "sans", SMALL_PRINT, MIDDLE, 779, MUTED),
    ]


def own(content: DocumentContent, design: Design, words: Wording) -> list[list[Mark]]:
    units = [measured(unit) for unit in content.units]
    shares = shared_out(units)
    pages = []
    for number, share in enumerate(shares, start=1):
        top = FIRST_TABLE if number == 1 else NEXT_TABLE
        first = number == 1
        marks = _opening(content, design, words) if first else _running_head(content)
        if share:
            marks += [*header(words, top, design), *rows(share, top)]
        marks += _foot(content, words, number, len(shares))
        pages.append(marks)
    pages[-1] += _signed_off(content, design, words)
    return pages


def shared_out(units: list[Row]) -> list[list[Row]]:
    """The units of each page. The last page keeps room to sign, and one unit at least."""
    pages: list[list[Row]] = [[]]
    room = TABLE_END - FIRST_TABLE
    for unit in units:
        if unit.height > room:
            pages.append([])
            room = TABLE_END - NEXT_TABLE
        pages[-1].append(unit)
        room -= unit.height
    if room < TABLE_END - SIGNED_TABLE_END:
        pages.append([pages[-1].pop()])
    return pages


def _opening(content: DocumentContent, design: Design, words: Wording) -> list[Mark]:
    name = fit("learner_name", content.learner_name, "display", NAME)
    title = fit("qualification_title", content.qualification_title, "display", TITLE)
    certifies = design.certifies or words.certifies
    return [
        *phrase("certifies", certifies, "italic", PHRASE, MIDDLE, 153, MUTED),
        *centred(name, MIDDLE, 172, NAME.height, INK, "H2"),
        divider(MIDDLE, 231, 300, PAPER, design),
        *phrase("units_heading", words.units_heading, "italic", PHRASE, MIDDLE, 240, MUTED),
        *centred(title, MIDDLE, 262, TITLE.height, design.brand),
        *_facts(content, words),
    ]


def _facts(content: DocumentContent, words: Wording) -> list[Mark]:
    facts = [
        (words.qualification_number, content.qualification_code, "qualification_code"),
        (words.level, content.level, "level"),
        (words.grade, content.grade, "grade"),
        (words.awarded_on, words.day(content.award_date), "award_date"),
        (words.enrolment_number, content.enrolment_number, "enrolment_number"),
    ]
    given = [fact for fact in facts if fact[1]]
    column = WIDTH / len(given)
    marks: list[Mark] = []
    for place, (label, value, field) in enumerate(given):
        x = LEFT + column * (place + 0.5)
        shown = fit(field, value, "strong", Slot(column - 8, 16, 9.5, 7, 3.5, 2, leading=1.1))
        known = [
            text(label, "sans", 6.8, x, 329, MUTED, "middle"),
            *centred(shown, x, 332, 13, INK),
        ]
        marks += [replace(line, order=329 + place) for line in known]
    return marks


def _running_head(content: DocumentContent) -> list[Mark]:
    who = f"{content.learner_name} · {content.enrolment_number}"
    name = fit("learner_name", who, "strong", RUNNING)
    title = fit("qualification_title", content.qualification_title, "sans", RUNNING)
    return [
        *centred(name, MIDDLE, 154, 12, INK),
        *centred(title, MIDDLE, 167, 12, MUTED),
    ]


def _foot(content: DocumentContent, words: Wording, number: int, count: int) -> list[Mark]:
    said = words.page.format(number=number, count=count)
    slot = Slot(WIDTH / 2 - 10, 12, 7.6, 5, 3, 1)
    reference = fit("document_reference", content.document_reference, "sans", slot)
    return [
        rule(LEFT, 774, WIDTH, PAPER, "#d9d2bf", 0.6),
        text(reference.lines[0], "sans", reference.size, LEFT, 770, MUTED),
        text(said, "sans", 7.6, RIGHT, 770, MUTED, "right"),
    ]


def _signed_off(content: DocumentContent, design: Design, words: Wording) -> list[Mark]:
    code = RIGHT - QR_SIDE + 8
    return [
        *signature(design, words, LEFT, 722, 168, PAPER),
        qr_square(content.verify_url, code, 672, QR_SIDE, PAPER),
        *reference_beside_code(content, words, code - 4, 712, 158, design),
    ]
