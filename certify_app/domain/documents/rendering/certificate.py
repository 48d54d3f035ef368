"""The certificate: A4 landscape, ceremonial."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from certify_app.domain.documents.rendering.content import DocumentContent
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.fitting import Slot, fit
from certify_app.domain.documents.rendering.marks import LANDSCAPE, Mark
from certify_app.domain.documents.rendering.ornament import (
    INK,
    IVORY,
    MUTED,
    box,
    divider,
    frame,
    ground,
    mixed,
    qr_square,
    watermark_rosette,
)
from certify_app.domain.documents.rendering.phrase import phrase
from certify_app.domain.documents.rendering.placing import centred, text
from certify_app.domain.documents.rendering.signing_off import (
    emblem,
    reference_beside_code,
    signature,
)
from certify_app.domain.documents.rendering.wording import Wording

PAPER = LANDSCAPE
MIDDLE = PAPER.width / 2
LEFT, RIGHT = 92.0, PAPER.width - 92.0
HEADING = Slot(600, 50, 36, 24, 14, 1)
PHRASE = Slot(560, 20, 14, 9, 7, 1)
NAME = Slot(600, 74, 41, 25, 11, 3, leading=1.16)
TITLE = Slot(540, 60, 20.5, 16, 8.5, 3, leading=1.26)
SMALL_PRINT = Slot(600, 12, 7.6, 6, 5, 1)
QR_SIDE = 86.0


def shared(design: Design, words: Wording) -> list[Mark]:
    heading = design.certificate_heading or words.certificate_heading
    head = partial(phrase, "certificate_heading", heading, "display", HEADING)
    certifies = design.certifies or words.certifies
    pale = mixed(IVORY, design.gold, 0.17)
    return [
        ground(PAPER),
        watermark_rosette(MIDDLE, PAPER.height / 2, 190, pale),
        *frame(PAPER, design, 19, 23),
        *emblem(design, MIDDLE, 104, 37, 150, PAPER),
        *head(MIDDLE, 144, design.brand, "H1"),
        *phrase("certifies", certifies, "italic", PHRASE, MIDDLE, 197, MUTED),
        divider(MIDDLE, 302, 400, PAPER, design),
        *phrase("awarded", design.awarded or words.awarded, "italic", PHRASE, MIDDLE, 311, MUTED),
        *signature(design, words, LEFT, 506, 180, PAPER),
        *phrase("recognition", design.recognition, "sans", SMALL_PRINT, MIDDLE, 536, MUTED),
    ]


def own(content: DocumentContent, design: Design, words: Wording) -> list[list[Mark]]:
    name = fit("learner_name", content.learner_name, "display", NAME)
    title = fit("qualification_title", content.qualification_title, "display", TITLE)
    return [
        [
            *centred(name, MIDDLE, 220, NAME.height, INK, "H2"),
            *centred(title, MIDDLE, 336, TITLE.height, design.brand),
            *_facts(content, words),
            qr_square(content.verify_url, RIGHT - QR_SIDE + 8, 449, QR_SIDE, PAPER),
            *reference_beside_code(content, words, RIGHT - QR_SIDE, 492, 250, design),
        ]
    ]


def _facts(content: DocumentContent, words: Wording) -> list[Mark]:
    """What is known of the award, in columns parted by hairlines."""
    facts = [fact for fact in _known(content, words) if fact[1]]
    column = min(122.0, 616.0 / len(facts))
    left = MIDDLE - column * len(facts) / 2
    marks: list[Mark] = []
    for place, (label, value, field) in enumerate(facts):
        x = left + column * (place + 0.5)
        slot = Slot(column - 10, 18, 10.5, 7.5, 4, 2, leading=1.1)
        known = [
            text(label, "sans", 7.4, x, 417, MUTED, "middle"),
            *centred(fit(field, value, "strong", slot), x, 421, 14, INK),
        ]
        marks += [replace(line, order=417 + place) for line in known]
        if place:
            marks.append(box(left + column * place, 410, 0.6, 23, PAPER, "#d9d2bf"))
    return marks


def _known(content: DocumentContent, words: Wording) -> list[tuple[str, str, str]]:
    expires = words.day(content.expiry_date) if content.expiry_date else ""
    return [
        (words.qualification_number, content.qualification_code, "qualification_code"),
        (words.level, content.level, "level"),
        (words.grade, content.grade, "grade"),
        (words.awarded_on, words.day(content.award_date), "award_date"),
        (words.expires_on, expires, "expiry_date"),
        (words.enrolment_number, content.enrolment_number, "enrolment_number"),
    ]
