"""The receipt of a check as a PDF: A4, in the awarding body's look."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace

from fpdf.prefs import ViewerPreferences

from certify_app.config import settings
from certify_app.domain.awards.standing import Standing
from certify_app.domain.connections.check_receipt import Receipt
from certify_app.domain.connections.shelf import Group
from certify_app.domain.documents.kinds import NAMES
from certify_app.domain.documents.rendering.characters import missing_characters
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.fitting import wrap
from certify_app.domain.documents.rendering.glyph_use import GlyphUse
from certify_app.domain.documents.rendering.marks import PORTRAIT, Mark, Picture
from certify_app.domain.documents.rendering.ornament import INK, MUTED, ground, rule, strip
from certify_app.domain.documents.rendering.painting import paint
from certify_app.domain.documents.rendering.pictures import pictures_of
from certify_app.domain.documents.rendering.placing import text
from certify_app.domain.documents.rendering.producer import Document, Sheet
from certify_app.domain.documents.rendering.render import checked_design
from certify_app.domain.documents.rendering.shaping import Line
from certify_app.domain.documents.rendering.signing_off import emblem
from certify_app.domain.documents.rendering.typefaces import Style
from certify_app.locales import N_, _, speaking
from certify_app.locales.dates import day, moment

LEFT, RIGHT, BOTTOM = 60.0, 535.0, 770.0
WIDTH = RIGHT - LEFT
GREEN, RED, GREY = "#1c6b48", "#b3261e", "#5b667c"
VERDICTS: dict[Standing, tuple[str, str]] = {
    Standing.VALID: (N_("Valid: the record is current"), GREEN),
    Standing.EXPIRED: (N_("Expired: the qualification ran out"), GREY),
    Standing.REVOKED: (N_("Revoked: the award was taken back"), RED),
    Standing.SUPERSEDED: (N_("Replaced: a newer one was issued"), GREY),
}


def receipt_file_name(receipt: Receipt) -> str:
    return f"check-{receipt.number}-{receipt.checked_at:%Y%m%d-%H%M}.pdf"


def draw_receipt(receipt: Receipt) -> bytes:
    """Takes CPU time: never on the event loop.

    Raises:
        CannotRender: a name or image that cannot be printed.
    """
    with speaking(receipt.language):
        design = checked_design(receipt.design)
        return _written(receipt, design, list(_pages(receipt, design)))


def _pages(receipt: Receipt, design: Design) -> Iterator[list[Mark]]:
    marks, y = _head(receipt, design), 320.0
    for group in receipt.groups:
        block, height = _group(group, y)
        if y + height > BOTTOM:
            yield marks
            marks, y = [ground(PORTRAIT, "#ffffff")], 70.0
            block, height = _group(group, y)
        marks += block
        y += height
    yield [*marks, *_foot(receipt)]


def _head(receipt: Receipt, design: Design) -> list[Mark]:
    name = receipt.design.awarding_body
    marks: list[Mark] = [
        ground(PORTRAIT, "#ffffff"),
        *(
            replace(mark, x=LEFT) if isinstance(mark, Picture) else mark
            for mark in emblem(design, LEFT + 32, 76, 32, 150, PORTRAIT)
        ),
        text(name[:60], "display", 15, RIGHT, 76, design.brand, "right"),
        strip(LEFT, 128, WIDTH, PORTRAIT, design),
        text(_("Receipt of a check"), "display", 24, LEFT, 180, design.brand, role="H1"),
    ]
    who = ", ".join(filter(None, (receipt.checked_by, receipt.organisation)))
    facts = (
        (_("Checked by"), f"{who} ({receipt.email})"),
        (_("Checked on"), moment(receipt.checked_at, settings().zone)),
        (_("Shared by"), receipt.learner),
        (_("This share ends on"), day(receipt.share_ends)),
    )
    for place, (label, value) in enumerate(facts):
        y = 208 + place * 24
        marks.append(text(label, "sans", 9, LEFT, y, MUTED))
        marks.append(
            text(wrap(value, "strong", 10, WIDTH - 130)[0], "strong", 10, LEFT + 130, y, INK)
        )
    return marks


def _group(group: Group, y: float) -> tuple[list[Mark], float]:
    verdict, colour = VERDICTS[group.standing]
    lines = [
        _("Awarded to {name} on {day}", name=group.awarded_name, day=day(group.award_date)),
        _expiry(group),
        _("Reference {reference}", reference=group.reference),
        *(f"{_(NAMES[paper.kind])} {paper.reference}" for paper in group.papers),
        *(f"{_('Digital Badge')} {badge.reference}" for badge in group.badges),
    ]
    marks: list[Mark] = [rule(LEFT, y - 18, WIDTH, PORTRAIT, "#d8d3c6", 0.6)]
    at = y
    for part in wrap(_shown(group.title), "strong", 12, WIDTH):
        marks.append(text(part, "strong", 12, LEFT, at, INK, role="H2"))
        at += 16
    marks.append(text(_(verdict), "strong", 10.5, LEFT, at, colour))
    for line in lines:
        at += 14
        marks.append(text(_first_line(line, "sans", 9.5, WIDTH), "sans", 9.5, LEFT, at, INK))
    return marks, at - y + 40


def _expiry(group: Group) -> str:
    if group.expiry_date is None:
        return _("The qualification does not expire")
    on = day(group.expiry_date)
    if group.standing is Standing.EXPIRED:
        return _("The qualification expired on {day}", day=on)
    return _("The qualification expires on {day}", day=on)


def _first_line(words: str, style: Style, size: float, width: float) -> Line:
    return wrap(_shown(words), style, size, width)[0]


def _shown(words: str) -> str:
    """With a question mark in the place of what no font of ours can draw."""
    for missing in missing_characters(words):
        words = words.replace(missing, "?")
    return words


def _foot(receipt: Receipt) -> list[Mark]:
    says = _(
        "This is what the record of {body} said at that moment. Check again at {address}/verify.",
        body=receipt.design.awarding_body,
        address=receipt.address,
    )
    lines = wrap(says, "sans", 8.5, WIDTH)
    return [
        text(line, "sans", 8.5, LEFT, 796 + place * 11, MUTED)
        for place, line in enumerate(lines[:3])
    ]


def _written(receipt: Receipt, design: Design, pages: list[list[Mark]]) -> bytes:
    use, kept = GlyphUse(), pictures_of(design)
    numbers = {name: picture.number for name, picture in kept.items()}
    sheets = []
    for marks in pages:
        painted = paint(marks, PORTRAIT, use, numbers)
        nothing = zlib.compress(b"")
        sheets.append(Sheet(nothing, painted.operators, painted.tagged, tuple(numbers.values())))
    document = Document(PORTRAIT, sheets, use)
    document.keep(kept)
    document.set_title(_("Receipt of a check"))
    document.set_author(receipt.design.awarding_body)
    document.set_creator("Certify")
    document.set_lang("cy" if receipt.language == "cy" else "en-GB")
    document.set_creation_date(receipt.checked_at)
    document.viewer_preferences = ViewerPreferences(display_doc_title=True)
    return document.to_bytes()
