"""Whether our fonts can draw a text: the one place where imports ask the renderer."""

from __future__ import annotations

import unicodedata

from certify_app.domain.imports.problems import CharacterNotDrawn, character_name

_ALONE = "LNPSZ"
"""Categories that are drawn the same whatever stands beside them; marks are not."""

_drawn = set(map(chr, range(0x20, 0x7F)))
"""Characters already asked for; the renderer is only loaded for others."""


def drawable(text: str) -> str:
    """Raises CharacterNotDrawn: a certificate with this text could not be made."""
    if _drawn.issuperset(text):
        return text
    from certify_app.domain.documents.rendering import missing_characters

    if missing := missing_characters(text):
        names = ", ".join(character_name(c) for c in sorted(set(missing)))
        raise CharacterNotDrawn(characters=names)
    _drawn.update(c for c in text if unicodedata.category(c)[0] in _ALONE)
    return text
