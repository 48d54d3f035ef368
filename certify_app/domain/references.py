"""References of awards, documents and badges: unguessable, one format.

Ours are 8 random digits, the version, and 6 characters of 32 without look-alikes:
`10643835-01-3DCE7K`. 10**8 * 32**6 is 1.07e17 possibilities a version. Imported
references are kept as they are.
"""

from __future__ import annotations

import re
import secrets

from certify_app.domain.errors import DomainError
from certify_app.locales import N_

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LONGEST = 60
_KEPT = re.compile(r"[A-Z0-9][A-Z0-9/._-]*", re.ASCII)


class BadReference(DomainError):
    """A reference with characters no reference has."""

    sentence = N_("Enter the reference in letters, digits and hyphens, such as 10643835-01-3DCE7K")
    field = "reference"


def new_reference(version: int = 1) -> str:
    digits = f"{secrets.randbelow(10**8):08d}"
    ending = "".join(secrets.choice(ALPHABET) for _ in range(6))
    return f"{digits}-{version:02d}-{ending}"


def clean_reference(text: str) -> str:
    """The reference as it is stored and looked up: upper case, no spaces.

    Raises:
        BadReference: empty, over 60 characters, or other than letters, digits and / . _ -
    """
    reference = "".join(text.split()).upper()
    if len(reference) > LONGEST or not _KEPT.fullmatch(reference):
        raise BadReference
    return reference
