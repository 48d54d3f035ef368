"""A ceremonial line in the middle of the page."""

from __future__ import annotations

from certify_app.domain.documents.rendering.fitting import Slot, fit
from certify_app.domain.documents.rendering.marks import Mark
from certify_app.domain.documents.rendering.placing import centred
from certify_app.domain.documents.rendering.typefaces import Style


def phrase(
    field: str,
    words: str,
    style: Style,
    slot: Slot,
    x: float,
    top: float,
    colour: str,
    role: str = "P",
) -> list[Mark]:
    """The words around `x` in a slot that begins at `top`; none if there are no words."""
    if not words:
        return []
    return [*centred(fit(field, words, style, slot), x, top, slot.height, colour, role)]
