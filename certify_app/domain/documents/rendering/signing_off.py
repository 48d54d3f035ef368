"""Who signs a document, whose it is, and how to check it."""

from __future__ import annotations

from urllib.parse import urlsplit

from certify_app.domain.documents.rendering.content import DocumentContent
from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.fitting import Slot, fit, wrap
from certify_app.domain.documents.rendering.marks import Mark, Paper, Picture
from certify_app.domain.documents.rendering.ornament import INK, MUTED, crest, rule
from certify_app.domain.documents.rendering.pictures import pictures_of
from certify_app.domain.documents.rendering.placing import text
from certify_app.domain.documents.rendering.wording import Wording

_SIGNED_HEIGHT = 46.0


def emblem(
    design: Design, x: float, y: float, radius: float, widest: float, paper: Paper
) -> list[Mark]:
    """The logo around (`x`, `y`), or a crest where there is none."""
    logo = pictures_of(design).get("logo")
    if logo is None:
        return [crest(design, x, y, radius, paper)]
    height = min(2 * radius, widest / logo.ratio)
    width = height * logo.ratio
    alt = design.awarding_body
    return [Picture("logo", x - width / 2, y - height / 2, width, height, alt)]


def signature(
    design: Design, words: Wording, x: float, y: float, width: float, paper: Paper
) -> list[Mark]:
    """A line at `y`, the signature on it if there is one, and who signs below."""
    marks: list[Mark] = [rule(x, y, width, paper, INK, 0.7)]
    image = pictures_of(design).get("signature")
    if image is not None:
        height = min(_SIGNED_HEIGHT, width / image.ratio)
        signed = height * image.ratio
        alt = design.signatory_name or design.awarding_body
        marks.append(Picture("signature", x + 6, y - height + 5, signed, height, alt))
    signatory = design.signatory_name or design.awarding_body
    role = design.signatory_title or words.signature
    named = fit("signatory_name", signatory, "strong", Slot(width, 14, 10, 7, 5, 1))
    titled = fit("signatory_title", role, "sans", Slot(width, 12, 8.5, 6, 4.5, 1))
    marks.append(text(named.lines[0], "strong", named.size, x, y + 13, INK))
    marks.append(text(titled.lines[0], "sans", titled.size, x, y + 24.5, MUTED))
    return marks


def reference_beside_code(
    content: DocumentContent,
    words: Wording,
    x: float,
    y: float,
    width: float,
    design: Design,
) -> list[Mark]:
    """Lines that end at `x`: label, reference, and where to check it."""
    shown = fit(
        "document_reference",
        content.document_reference,
        "strong",
        Slot(width, 14, 11.5, 8, 4.5, 1),
    )
    address = urlsplit(content.verify_url).netloc or content.verify_url
    asked = fit("verify_url", address, "sans", Slot(width, 12, 7.6, 6, 4, 1))
    said = wrap(words.verify, "sans", 7.6, width)
    marks: list[Mark] = [
        text(words.reference, "sans", 7.6, x, y - 14.5, MUTED, "right"),
        text(shown.lines[0], "strong", shown.size, x, y, design.brand, "right"),
    ]
    for place, line in enumerate(said):
        marks.append(text(line, "sans", 7.6, x, y + 13 + place * 10, MUTED, "right"))
    below = y + 13.5 + len(said) * 10
    marks.append(text(asked.lines[0], "sans", asked.size, x, below, MUTED, "right"))
    return marks
