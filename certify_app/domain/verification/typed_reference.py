"""References as people type them from paper, or copy them from a PDF."""

from __future__ import annotations

import re
import unicodedata

from certify_app.domain.references import ALPHABET, clean_reference

_SHAPE = re.compile(r"(\d{8})-?(\d{2})-?([A-Z0-9]{4,8})", re.ASCII)
_OURS = re.compile(rf"\d{{8}}-\d{{2}}-[{ALPHABET}]{{6}}", re.ASCII)


def readings(text: str) -> tuple[str, str]:
    """The reference as typed, and with the hyphens of our format put where they belong.

    Both are the same when there is nothing to put right; only the first is what was
    meant if both exist.

    Raises:
        BadReference: no reference looks like this.
    """
    typed = clean_reference(_plain(text))
    shape = _SHAPE.fullmatch(typed)
    return typed, "-".join(shape.groups()) if shape else typed


def is_guessable(reference: str) -> bool:
    """Whether it lacks the random digits and letters that ours have."""
    return not _OURS.fullmatch(reference)


def _plain(text: str) -> str:
    """Full-width letters and typographic dashes as on a keyboard."""
    normal = unicodedata.normalize("NFKC", text[:200])
    dashed = ("-" if unicodedata.category(c) == "Pd" or c in "\u2212\u00ad" else c for c in normal)
    return "".join(c for c in dashed if unicodedata.category(c) != "Cf")
