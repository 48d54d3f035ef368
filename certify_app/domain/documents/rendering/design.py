"""How an awarding body's documents look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Design:
    """An awarding body's own look; the defaults are good untouched.

    Colours are `#rrggbb`. `logo` and `signature` are image files (PNG, JPEG, WebP,
    GIF). Without a logo a crest is drawn from the initials; without a signature the
    line stays clean. `recognition` is the line of small print, `address` the
    letterhead's, one line each. Wordings left empty are said in the document's language.
    """

    awarding_body: str
    logo: bytes | None = None
    signature: bytes | None = None
    signatory_name: str = ""
    signatory_title: str = ""
    recognition: str = ""
    address: str = ""
    brand: str = "#17516f"
    gold: str = "#d3a33b"
    certificate_heading: str = ""
    unit_certificate_heading: str = ""
    letter_heading: str = ""
    certifies: str = ""
    awarded: str = ""
    letter_closing: str = ""
